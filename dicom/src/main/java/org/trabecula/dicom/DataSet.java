package org.trabecula.dicom;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * Data elements in the order of their tags (PS3.5 section 7). Unchanging.
 *
 * <p>A value that is absent, empty or malformed is an empty answer, never an exception.
 */
public final class DataSet implements Iterable<Element> {
  private final Element[] elements;
  private final int[] keys;
  private final CharacterSet characters;

  /** For distinct elements sorted by unsigned tag. */
  DataSet(List<Element> sorted, CharacterSet characters) {
    this.elements = sorted.toArray(new Element[0]);
    this.keys = new int[elements.length];
    for (int i = 0; i < keys.length; i++) {
      keys[i] = key(elements[i].tag());
    }
    this.characters = characters;
  }

  /** An empty builder. */
  public static DataSetBuilder builder() {
    return new DataSetBuilder(CharacterSet.DEFAULT);
  }

  /** A data set without elements. */
  public static DataSet empty() {
    return new DataSet(List.of(), CharacterSet.DEFAULT);
  }

  /** A builder that starts from these elements. */
  public DataSetBuilder toBuilder() {
    DataSetBuilder builder = new DataSetBuilder(characters);
    forEach(builder::put);
    return builder;
  }

  /** The element with a tag. */
  public Optional<Element> element(int tag) {
    int index = Arrays.binarySearch(keys, key(tag));
    return index < 0 ? Optional.empty() : Optional.of(elements[index]);
  }

  /** Whether there is an element with a tag, perhaps an empty one. */
  public boolean contains(int tag) {
    return Arrays.binarySearch(keys, key(tag)) >= 0;
  }

  /** The first value as text without padding; binary numbers in decimal. */
  public Optional<String> string(int tag) {
    return strings(tag).stream().findFirst().filter(value -> !value.isEmpty());
  }

  /** The values as text without padding; one value may be empty between others. */
  public List<String> strings(int tag) {
    return plain(tag).map(plain -> Values.strings(plain, characters)).orElse(List.of());
  }

  /** The first value as a whole number. */
  public OptionalInt integer(int tag) {
    return Arrays.stream(integers(tag)).findFirst();
  }

  /** The values as whole numbers; empty if any is malformed or no {@code int}. */
  public int[] integers(int tag) {
    long[] wide =
        plain(tag).map(plain -> Values.integers(plain, characters)).orElseGet(() -> new long[0]);
    boolean isTag = plain(tag).filter(plain -> plain.vr() == Vr.AT).isPresent();
    int[] values = new int[wide.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = (int) wide[i];
      if (values[i] != wide[i] && !isTag) {
        return new int[0];
      }
    }
    return values;
  }

  /** The first value as a decimal number, finite. */
  public OptionalDouble decimal(int tag) {
    return Arrays.stream(decimals(tag)).findFirst();
  }

  /** The values as decimal numbers; empty if any is malformed. */
  public double[] decimals(int tag) {
    return plain(tag)
        .map(plain -> Values.decimals(plain, characters))
        .orElseGet(() -> new double[0]);
  }

  /** The bytes of a plain element, little-endian. */
  public Optional<Bytes> bytes(int tag) {
    return plain(tag).map(Element.Plain::bytes);
  }

  /** The items of a sequence. */
  public List<DataSet> items(int tag) {
    return element(tag).orElse(null) instanceof Element.Sequence sequence
        ? sequence.items()
        : List.of();
  }

  /** The number of elements. */
  public int size() {
    return elements.length;
  }

  @Override
  public Iterator<Element> iterator() {
    return List.of(elements).iterator();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof DataSet that && Arrays.equals(elements, that.elements);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(elements);
  }

  /** One line per element: tag, VR, value. */
  @Override
  public String toString() {
    List<String> lines = new ArrayList<>();
    for (Element element : this) {
      String value =
          switch (element) {
            case Element.Plain plain when plain.vr().kind() == Vr.Kind.BULK ->
                plain.bytes().toString();
            case Element.Plain plain -> String.join("\\", Values.strings(plain, characters));
            case Element.Sequence sequence -> sequence.items().size() + " items";
            case Element.Encapsulated pixels -> pixels.fragments().size() + " fragments";
          };
      lines.add(Tag.text(element.tag()) + " " + element.vr() + " " + value);
    }
    return String.join("\n", lines);
  }

  CharacterSet characters() {
    return characters;
  }

  private Optional<Element.Plain> plain(int tag) {
    return element(tag).filter(Element.Plain.class::isInstance).map(Element.Plain.class::cast);
  }

  /** Makes signed comparison order tags as unsigned. */
  static int key(int tag) {
    return tag ^ Integer.MIN_VALUE;
  }
}
