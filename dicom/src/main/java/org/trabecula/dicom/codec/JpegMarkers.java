package org.trabecula.dicom.codec;

/** Walks the marker segments of a stream of the JPEG family (ITU-T T.81 annex B). */
final class JpegMarkers {
  /** Below are stuffed bytes and reserved codes. */
  private static final int LOWEST = 0xC0;

  private final byte[] bytes;
  private int position;

  JpegMarkers(byte[] bytes) {
    this.bytes = bytes;
  }

  /** The parameters of a marker segment. */
  final class Segment {
    private final int end;
    private final int length;
    private int at;

    private Segment(int start, int end) {
      this.at = start;
      this.end = end;
      this.length = end - start;
    }

    int length() {
      return length;
    }

    int remaining() {
      return end - at;
    }

    int u8() throws CodecException {
      if (at >= end) {
        throw CodecException.damaged("a marker segment is too short");
      }
      return bytes[at++] & 0xFF;
    }

    int u16() throws CodecException {
      int high = u8();
      return high << 8 | u8();
    }

    long u32() throws CodecException {
      long high = u16();
      return high << 16 | u16();
    }
  }

  byte[] bytes() {
    return bytes;
  }

  int position() {
    return position;
  }

  void seek(int target) {
    position = target;
  }

  void require(int marker) throws CodecException {
    if (bytes.length < 2 || (bytes[0] & 0xFF) != 0xFF || (bytes[1] & 0xFF) != marker) {
      throw CodecException.damaged("no JPEG marker at the start");
    }
    position = 2;
  }

  /** The code of the next marker; what lies before it is passed over. */
  int next() throws CodecException {
    while (position + 1 < bytes.length) {
      int code = bytes[position + 1] & 0xFF;
      if ((bytes[position] & 0xFF) == 0xFF && code >= LOWEST && code != 0xFF) {
        position += 2;
        return code;
      }
      position++;
    }
    throw CodecException.damaged("a JPEG stream ends early");
  }

  /** The segment of the marker just taken; the position moves behind it. */
  Segment segment() throws CodecException {
    if (position + 2 > bytes.length) {
      throw CodecException.damaged("a JPEG stream ends early");
    }
    int length = ((bytes[position] & 0xFF) << 8) | (bytes[position + 1] & 0xFF);
    if (length < 2 || position + length > bytes.length) {
      throw CodecException.damaged("a marker segment reaches past the end");
    }
    Segment segment = new Segment(position + 2, position + length);
    position += length;
    return segment;
  }
}
