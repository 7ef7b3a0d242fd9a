package org.trabecula.dicom.codec;

import java.util.List;

/**
 * The frame header (T.81 section B.2.2).
 *
 * @param process the low half of the SOF marker: 0 baseline, 1 extended, 3 lossless
 * @param precision bits of a sample
 */
record JpegFrame(int process, int precision, int rows, int columns, List<Component> components) {
  /** A component: its identifier, sampling factors and quantisation table. */
  record Component(int id, int across, int down, int table) {}

  static JpegFrame read(int process, JpegMarkers.Segment header, Shape shape)
      throws CodecException {
    int precision = header.u8();
    int rows = header.u16();
    int columns = header.u16();
    int count = header.u8();
    shape.requireSame(rows, columns, count);
    Component[] components = new Component[count];
    for (int c = 0; c < count; c++) {
      int id = header.u8();
      int sampling = header.u8();
      components[c] = new Component(id, sampling >> 4, sampling & 0x0F, header.u8() & 0x03);
      if (components[c].across() < 1
          || components[c].across() > 4
          || components[c].down() < 1
          || components[c].down() > 4) {
        throw CodecException.damaged("JPEG sampling factors");
      }
    }
    JpegFrame frame = new JpegFrame(process, precision, rows, columns, List.of(components));
    frame.requireDecodable();
    return frame;
  }

  private void requireDecodable() throws CodecException {
    switch (process) {
      case 0, 1 -> {
        if (precision != 8 && precision != 12) {
          throw CodecException.damaged("JPEG of " + precision + " bits");
        }
      }
      case 3 -> {
        if (precision < 2 || precision > 16) {
          throw CodecException.damaged("lossless JPEG of " + precision + " bits");
        }
        if (mostAcross() != 1 || mostDown() != 1) {
          throw CodecException.unsupported("lossless JPEG with subsampled components");
        }
      }
      case 2 -> throw CodecException.unsupported("progressive JPEG");
      default -> throw CodecException.unsupported("JPEG process of marker SOF" + process);
    }
  }

  int mostAcross() {
    return components.stream().mapToInt(Component::across).max().orElse(1);
  }

  int mostDown() {
    return components.stream().mapToInt(Component::down).max().orElse(1);
  }

  /** The index of a component by its identifier. */
  int indexOf(int id) throws CodecException {
    for (int c = 0; c < components.size(); c++) {
      if (components.get(c).id() == id) {
        return c;
      }
    }
    throw CodecException.damaged("a JPEG scan of an unknown component");
  }
}
