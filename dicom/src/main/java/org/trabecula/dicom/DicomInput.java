package org.trabecula.dicom;

/** Reads numbers and runs of bytes from a window of a file. Nothing is allocated by a length. */
final class DicomInput {
  static final long UNDEFINED = 0xFFFF_FFFFL;

  private final Bytes bytes;
  private final int end;
  private final boolean bigEndian;
  private int position;

  DicomInput(Bytes bytes, int start, int end, boolean bigEndian) {
    this.bytes = bytes;
    this.position = start;
    this.end = end;
    this.bigEndian = bigEndian;
  }

  int position() {
    return position;
  }

  int end() {
    return end;
  }

  int remaining() {
    return end - position;
  }

  boolean bigEndian() {
    return bigEndian;
  }

  void seek(int target) {
    position = target;
  }

  /** The same bytes, from here to {@code length} further on. */
  DicomInput window(long length, boolean big) throws ParseException {
    require(length);
    return new DicomInput(bytes, position, position + (int) length, big);
  }

  /** The same place with the low byte first, as data of unknown VR are (PS3.5 section 6.2.2). */
  DicomInput littleEndian() {
    return new DicomInput(bytes, position, end, false);
  }

  int tag() throws ParseException {
    int group = u16();
    return group << 16 | u16();
  }

  int u8() throws ParseException {
    require(1);
    return bytes.at(position++);
  }

  int u16() throws ParseException {
    int first = u8();
    int second = u8();
    return bigEndian ? first << 8 | second : second << 8 | first;
  }

  long u32() throws ParseException {
    long first = u16();
    long second = u16();
    return bigEndian ? first << 16 | second : second << 16 | first;
  }

  Bytes take(long length) throws ParseException {
    require(length);
    Bytes taken = bytes.slice(position, (int) length);
    position += (int) length;
    return taken;
  }

  /** Whether only zeros are left: some writers fill up the last block. */
  boolean onlyZerosLeft() {
    for (int i = position; i < end; i++) {
      if (bytes.at(i) != 0) {
        return false;
      }
    }
    return true;
  }

  /** A byte ahead, or -1 past the end. */
  int peek(int ahead) {
    return position + ahead < end ? bytes.at(position + ahead) : -1;
  }

  private void require(long length) throws ParseException {
    if (length > remaining()) {
      throw new ParseException(new DicomFailure.Truncated(position, length - remaining()));
    }
  }
}
