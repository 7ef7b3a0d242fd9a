package org.trabecula.dicom;

import java.io.ByteArrayOutputStream;

/** Writes data elements with defined lengths (PS3.5 section 7). */
final class DataSetWriter {
  private static final int LONGEST_SHORT = 0xFFFF;

  private final ByteArrayOutputStream out;
  private final TransferSyntax syntax;

  DataSetWriter(ByteArrayOutputStream out, TransferSyntax syntax) {
    this.out = out;
    this.syntax = syntax;
  }

  void write(DataSet data) {
    int bits = data.integer(Tag.BitsAllocated).orElse(0);
    for (Element element : data) {
      switch (element) {
        case Element.Plain plain -> plain(plain, bits);
        case Element.Sequence sequence -> sequence(sequence);
        case Element.Encapsulated pixels -> fragments(pixels);
      }
    }
  }

  private void plain(Element.Plain element, int bits) {
    boolean wide = element.tag() == Tag.PixelData && element.vr() == Vr.OW && bits == 32;
    boolean asUnknown = syntax.explicit() && isTooLong(element.vr(), element.bytes().length());
    int unit = wide ? 4 : element.vr().width();
    int width = syntax.bigEndian() && !asUnknown ? unit : 1;
    Bytes bytes = element.bytes().swapped(width);
    int odd = bytes.length() & 1;
    header(element.tag(), element.vr(), bytes.length() + odd);
    out.writeBytes(bytes.toArray());
    if (odd == 1) {
      out.write(element.vr().padding());
    }
  }

  private void sequence(Element.Sequence sequence) {
    ByteArrayOutputStream items = new ByteArrayOutputStream();
    DataSetWriter writer = new DataSetWriter(items, syntax);
    for (DataSet item : sequence.items()) {
      ByteArrayOutputStream content = new ByteArrayOutputStream();
      new DataSetWriter(content, syntax).write(item);
      writer.tag(Tag.ITEM);
      writer.u32(content.size());
      items.writeBytes(content.toByteArray());
    }
    header(sequence.tag(), Vr.SQ, items.size());
    out.writeBytes(items.toByteArray());
  }

  private void fragments(Element.Encapsulated pixels) {
    header(pixels.tag(), Vr.OB, (int) DicomInput.UNDEFINED);
    for (Bytes fragment : pixels.fragments()) {
      int odd = fragment.length() & 1;
      tag(Tag.ITEM);
      u32(fragment.length() + odd);
      out.writeBytes(fragment.toArray());
      if (odd == 1) {
        out.write(0);
      }
    }
    tag(Tag.SEQUENCE_DELIMITATION);
    u32(0);
  }

  private void header(int tag, Vr vr, int length) {
    tag(tag);
    if (!syntax.explicit()) {
      u32(length);
      return;
    }
    // PS3.5 section 6.2.2 note 2: what is too long for a short header is written as UN.
    Vr written = isTooLong(vr, length) ? Vr.UN : vr;
    out.write(written.name().charAt(0));
    out.write(written.name().charAt(1));
    if (written.hasLongHeader()) {
      u16(0);
      u32(length);
    } else {
      u16(length);
    }
  }

  private static boolean isTooLong(Vr vr, int length) {
    return !vr.hasLongHeader() && length > LONGEST_SHORT;
  }

  private void tag(int tag) {
    u16(tag >>> 16);
    u16(tag & 0xFFFF);
  }

  private void u16(int value) {
    out.write(syntax.bigEndian() ? value >>> 8 : value);
    out.write(syntax.bigEndian() ? value : value >>> 8);
  }

  private void u32(int value) {
    u16(syntax.bigEndian() ? value >>> 16 : value & 0xFFFF);
    u16(syntax.bigEndian() ? value & 0xFFFF : value >>> 16);
  }
}
