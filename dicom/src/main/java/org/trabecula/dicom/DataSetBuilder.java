package org.trabecula.dicom;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Builds a {@link DataSet}. Representations come from the dictionary; a tag that it does not hold
 * needs {@link #put(Element)}.
 *
 * <p>Text outside ASCII is written in the declared Specific Character Set, or, where none is
 * declared, in UTF-8, which is then declared.
 */
public final class DataSetBuilder {
  private final CharacterSet inherited;
  private final Map<Integer, Element> elements = new TreeMap<>(Integer::compareUnsigned);
  private final Map<Integer, String> texts = new TreeMap<>(Integer::compareUnsigned);

  DataSetBuilder(CharacterSet inherited) {
    this.inherited = inherited;
  }

  /** Puts an element as it is, instead of any with the same tag. */
  public DataSetBuilder put(Element element) {
    texts.remove(element.tag());
    elements.put(element.tag(), element);
    return this;
  }

  /** Puts text values, or numbers as text into a numeric representation. No values: empty. */
  public DataSetBuilder put(int tag, String... values) {
    Vr vr = Tag.vr(tag);
    if (values.length == 0) {
      return vr == Vr.SQ ? putItems(tag, List.of()) : plain(tag, vr, new byte[0]);
    }
    if (!vr.isText()) {
      return putDoubles(tag, decimals(tag, values));
    }
    if (vr.kind() == Vr.Kind.LONG_TEXT && values.length > 1) {
      throw new IllegalArgumentException(Tag.text(tag) + " takes one value, not " + values.length);
    }
    for (String value : values) {
      if (vr.kind() != Vr.Kind.LONG_TEXT && value.indexOf('\\') >= 0) {
        throw new IllegalArgumentException(
            Tag.text(tag) + ": '" + value + "' contains the separator of values");
      }
    }
    elements.remove(tag);
    texts.put(tag, String.join("\\", values));
    return this;
  }

  /** Puts whole numbers, as the representation has them. */
  public DataSetBuilder putInts(int tag, int... values) {
    Vr vr = Tag.vr(tag);
    if (vr.isText()) {
      String[] written = new String[values.length];
      for (int i = 0; i < values.length; i++) {
        written[i] = Integer.toString(values[i]);
      }
      return put(tag, written);
    }
    if (vr.kind() == Vr.Kind.FLOATING) {
      double[] wide = new double[values.length];
      for (int i = 0; i < values.length; i++) {
        wide[i] = values[i];
      }
      return putDoubles(tag, wide);
    }
    return binary(tag, vr, values);
  }

  /** Puts decimal numbers, as the representation has them. */
  public DataSetBuilder putDoubles(int tag, double... values) {
    Vr vr = Tag.vr(tag);
    if (vr.isText()) {
      String[] written = new String[values.length];
      for (int i = 0; i < values.length; i++) {
        written[i] = Numbers.text(values[i]);
      }
      return put(tag, written);
    }
    if (vr.kind() != Vr.Kind.FLOATING) {
      return putInts(tag, whole(tag, values));
    }
    byte[] array = new byte[Math.multiplyExact(values.length, vr.width())];
    ByteBuffer bytes = little(array);
    for (double value : values) {
      if (vr == Vr.FL) {
        bytes.putFloat((float) value);
      } else {
        bytes.putDouble(value);
      }
    }
    return plain(tag, vr, array);
  }

  /** Puts bytes, little-endian. Pixel data put so are OB. */
  public DataSetBuilder putBytes(int tag, byte[] bytes) {
    Vr vr = Dictionary.choice(tag) == Dictionary.Choice.PIXELS ? Vr.OB : Tag.vr(tag);
    return plain(tag, vr, bytes.clone());
  }

  /** Puts 16-bit words, signed or not. */
  public DataSetBuilder putShorts(int tag, short[] words) {
    byte[] array = new byte[Math.multiplyExact(2, words.length)];
    little(array).asShortBuffer().put(words);
    return plain(tag, Tag.vr(tag), array);
  }

  /** Puts a sequence. */
  public DataSetBuilder putItems(int tag, List<DataSet> items) {
    return put(new Element.Sequence(tag, items));
  }

  /** Puts encapsulated pixel data; the first fragment is the basic offset table. */
  public DataSetBuilder putFragments(int tag, List<byte[]> fragments) {
    return put(
        new Element.Encapsulated(tag, Vr.OB, fragments.stream().map(Bytes::copyOf).toList()));
  }

  /** Takes an element out. */
  public DataSetBuilder remove(int tag) {
    elements.remove(tag);
    texts.remove(tag);
    return this;
  }

  /** The data set. */
  public DataSet build() {
    CharacterSet characters = declare();
    Map<Integer, Element> all = new TreeMap<>(Integer::compareUnsigned);
    all.putAll(elements);
    texts.forEach((tag, text) -> all.put(tag, encode(tag, text, characters)));
    all.replaceAll((tag, element) -> settle(element, characters));
    return new DataSet(new ArrayList<>(all.values()), characters);
  }

  /** The character set in force, which is declared here if the text needs it. */
  private CharacterSet declare() {
    boolean foreign =
        texts.values().stream()
            .anyMatch(text -> !StandardCharsets.US_ASCII.newEncoder().canEncode(text));
    CharacterSet declared = declared();
    if (foreign && declared.equals(CharacterSet.DEFAULT)) {
      put(Tag.SpecificCharacterSet, CharacterSet.UTF_8.terms().get(0));
      return CharacterSet.UTF_8;
    }
    return declared;
  }

  private CharacterSet declared() {
    String text = texts.get(Tag.SpecificCharacterSet);
    if (text != null) {
      return CharacterSet.of(List.of(text.split("\\\\", -1)));
    }
    return elements.get(Tag.SpecificCharacterSet) instanceof Element.Plain plain
        ? CharacterSet.of(Values.strings(plain, CharacterSet.DEFAULT))
        : inherited;
  }

  private static Element encode(int tag, String text, CharacterSet characters) {
    byte[] bytes =
        characters
            .encode(text)
            .orElseThrow(() ->
                new IllegalArgumentException(
                    "%s: '%s' cannot be written in character set %s"
                        .formatted(Tag.text(tag), text, characters.terms())));
    return new Element.Plain(tag, Tag.vr(tag), Bytes.wrap(bytes));
  }

  /** Items keep their own character set; US or SS follows Pixel Representation. */
  private Element settle(Element element, CharacterSet characters) {
    if (element instanceof Element.Sequence sequence) {
      return new Element.Sequence(
          element.tag(),
          sequence.items().stream().map(item -> declaredIn(item, characters)).toList());
    }
    boolean signed =
        Dictionary.choice(element.tag()) == Dictionary.Choice.SIGN
            && elements.get(Tag.PixelRepresentation) instanceof Element.Plain representation
            && representation.bytes().length() > 0
            && representation.bytes().at(0) == 1;
    return signed && element instanceof Element.Plain plain && plain.vr() == Vr.US
        ? new Element.Plain(plain.tag(), Vr.SS, plain.bytes())
        : element;
  }

  private static DataSet declaredIn(DataSet item, CharacterSet parent) {
    boolean same =
        item.characters().equals(parent)
            || item.contains(Tag.SpecificCharacterSet)
            || item.characters().equals(CharacterSet.DEFAULT);
    return same
        ? item
        : item.toBuilder()
            .put(Tag.SpecificCharacterSet, item.characters().terms().toArray(new String[0]))
            .build();
  }

  private DataSetBuilder binary(int tag, Vr vr, int[] values) {
    Vr settled = vr;
    int size = Numbers.size(vr);
    byte[] array = new byte[Math.multiplyExact(values.length, size)];
    ByteBuffer bytes = little(array);
    for (int value : values) {
      if (Dictionary.choice(tag) == Dictionary.Choice.SIGN && value < 0) {
        settled = Vr.SS;
      }
      requireFits(tag, settled, value);
      write(settled, bytes, value);
    }
    return plain(tag, settled, array);
  }

  private static void write(Vr vr, ByteBuffer bytes, int value) {
    switch (Numbers.size(vr)) {
      case 1 -> bytes.put((byte) value);
      case 2 -> bytes.putShort((short) value);
      case 8 -> bytes.putLong(value);
      default -> {
        if (vr == Vr.AT) {
          bytes.putShort((short) (value >>> 16)).putShort((short) value);
        } else {
          bytes.putInt(value);
        }
      }
    }
  }

  private static void requireFits(int tag, Vr vr, int value) {
    boolean fits =
        switch (vr) {
          case US -> value >= 0 && value <= 0xFFFF;
          case SS -> value == (short) value;
          case UL, UV -> value >= 0;
          case OW -> value >= Short.MIN_VALUE && value <= 0xFFFF;
          case SL, SV, AT, OL, OV -> true;
          default -> value >= Byte.MIN_VALUE && value <= 0xFF;
        };
    if (!fits) {
      throw new IllegalArgumentException(Tag.text(tag) + ": " + value + " does not fit " + vr);
    }
  }

  private static int[] whole(int tag, double[] values) {
    int[] whole = new int[values.length];
    for (int i = 0; i < values.length; i++) {
      whole[i] = (int) values[i];
      if (whole[i] != values[i]) {
        throw new IllegalArgumentException(Tag.text(tag) + ": " + values[i] + " is not whole");
      }
    }
    return whole;
  }

  private static double[] decimals(int tag, String[] values) {
    double[] decimals = new double[values.length];
    for (int i = 0; i < values.length; i++) {
      String value = values[i];
      decimals[i] =
          Numbers.decimal(value)
              .orElseThrow(() -> new IllegalArgumentException(Tag.text(tag) + ": '" + value + "'"));
    }
    return decimals;
  }

  private static ByteBuffer little(byte[] array) {
    return ByteBuffer.wrap(array).order(ByteOrder.LITTLE_ENDIAN);
  }

  private DataSetBuilder plain(int tag, Vr vr, byte[] bytes) {
    return put(new Element.Plain(tag, vr, Bytes.wrap(bytes)));
  }
}
