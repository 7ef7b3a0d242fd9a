package org.trabecula.dicom.codec;

/** A Huffman table (T.81 annex C and section F.2.2.3). */
final class JpegHuffman {
  private static final int LONGEST = 16;
  private static final int FAST = 10;

  private final int[] symbols;

  /** Length and symbol by the first bits; 0 where the code is longer. */
  private final short[] fast = new short[1 << FAST];

  /** By length: the largest code, -1 if there is none, and the place of code 0 among symbols. */
  private final int[] largest = new int[LONGEST + 1];

  private final int[] base = new int[LONGEST + 1];

  private JpegHuffman(int[] symbols) {
    this.symbols = symbols;
  }

  static JpegHuffman read(JpegMarkers.Segment segment) throws CodecException {
    int[] counts = new int[LONGEST + 1];
    int total = 0;
    for (int length = 1; length <= LONGEST; length++) {
      counts[length] = segment.u8();
      total += counts[length];
    }
    if (total > 256) {
      throw CodecException.damaged("a Huffman table of " + total + " codes");
    }
    int[] symbols = new int[total];
    for (int i = 0; i < total; i++) {
      symbols[i] = segment.u8();
    }
    JpegHuffman table = new JpegHuffman(symbols);
    table.assign(counts);
    return table;
  }

  private void assign(int[] counts) throws CodecException {
    int code = 0;
    int used = 0;
    for (int length = 1; length <= LONGEST; length++) {
      base[length] = used - code;
      for (int i = 0; i < counts[length]; i++, code++, used++) {
        if (code >= 1 << length) {
          throw CodecException.damaged("a Huffman table has too many codes");
        }
        if (length <= FAST) {
          fillFast(code, length, symbols[used]);
        }
      }
      largest[length] = counts[length] == 0 ? -1 : code - 1;
      code <<= 1;
    }
  }

  private void fillFast(int code, int length, int symbol) {
    int from = code << (FAST - length);
    for (int i = 0; i < 1 << (FAST - length); i++) {
      fast[from + i] = (short) (length << 8 | symbol);
    }
  }

  int decode(JpegBits bits) throws CodecException {
    int ahead = bits.peek16();
    int found = fast[ahead >>> (16 - FAST)];
    if (found != 0) {
      bits.skip(found >>> 8);
      return found & 0xFF;
    }
    for (int length = FAST + 1; length <= LONGEST; length++) {
      int code = ahead >>> (16 - length);
      if (code <= largest[length]) {
        bits.skip(length);
        return symbols[base[length] + code];
      }
    }
    throw CodecException.damaged("a code is not in its Huffman table");
  }
}
