package org.trabecula.dicom;

import java.nio.ByteBuffer;
import java.util.List;

/** Finds the fragments of one frame (PS3.5 section A.4). */
final class Fragments {
  private final List<Bytes> pieces;
  private final Bytes offsetTable;
  private final int frames;

  Fragments(List<Bytes> fragments, int frames) throws ParseException {
    if (fragments.size() < 2) {
      throw damaged("no fragments");
    }
    this.offsetTable = fragments.get(0);
    this.pieces = fragments.subList(1, fragments.size());
    this.frames = frames;
  }

  /** The compressed bytes of a frame in one array. */
  byte[] frame(int index) throws ParseException {
    if (frames == 1) {
      return joined(0, pieces.size());
    }
    if (pieces.size() == frames) {
      return joined(index, index + 1);
    }
    if (pieces.size() < frames) {
      throw damaged("%d fragments for %d frames".formatted(pieces.size(), frames));
    }
    if (offsetTable.length() / 4 >= frames) {
      return byTable(index);
    }
    return byStart(index);
  }

  /** The basic offset table counts from the first byte of the first fragment's item. */
  private byte[] byTable(int index) throws ParseException {
    ByteBuffer table = offsetTable.buffer();
    long from = Integer.toUnsignedLong(table.getInt(4 * index));
    long to =
        index + 1 < frames ? Integer.toUnsignedLong(table.getInt(4 * index + 4)) : Long.MAX_VALUE;
    int first = -1;
    int end = 0;
    long at = 0;
    for (int i = 0; i < pieces.size(); i++) {
      if (at >= from && at < to) {
        first = first < 0 ? i : first;
        end = i + 1;
      }
      at += 8 + pieces.get(i).length();
    }
    if (first < 0) {
      throw damaged("the offset table misses frame " + (index + 1));
    }
    return joined(first, end);
  }

  /** Without a table: a frame begins where a fragment begins with a start-of-image marker. */
  private byte[] byStart(int index) throws ParseException {
    int started = -1;
    int first = -1;
    int end = pieces.size();
    for (int i = 0; i < pieces.size(); i++) {
      if (startsImage(pieces.get(i)) && ++started <= index + 1) {
        if (started == index) {
          first = i;
        } else if (started == index + 1) {
          end = i;
        }
      }
    }
    if (first < 0) {
      throw damaged("frame " + (index + 1) + " is not among the fragments");
    }
    return joined(first, end);
  }

  /** SOI of the JPEG family or SOC of JPEG 2000. */
  private static boolean startsImage(Bytes piece) {
    return piece.length() >= 2
        && piece.at(0) == 0xFF
        && (piece.at(1) == 0xD8 || piece.at(1) == 0x4F);
  }

  private byte[] joined(int from, int to) {
    int size = 0;
    for (Bytes piece : pieces.subList(from, to)) {
      size += piece.length();
    }
    byte[] joined = new byte[size];
    int at = 0;
    for (Bytes piece : pieces.subList(from, to)) {
      piece.copyTo(joined, at);
      at += piece.length();
    }
    return joined;
  }

  private static ParseException damaged(String what) {
    return new ParseException(new DicomFailure.DamagedPixels(what));
  }
}
