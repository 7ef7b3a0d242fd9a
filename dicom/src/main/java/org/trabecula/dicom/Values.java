package org.trabecula.dicom;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/** What a plain element's bytes mean; what means nothing is an empty array or list. */
final class Values {
  private Values() {}

  /** The values as text: trimmed of padding, numbers in decimal. */
  static List<String> strings(Element.Plain element, CharacterSet characters) {
    Vr vr = element.vr();
    if (!vr.isText()) {
      return numbersAsText(element);
    }
    boolean plainAscii = vr.kind() == Vr.Kind.ASCII;
    String text =
        (plainAscii ? CharacterSet.DEFAULT : characters).decode(element.bytes(), vr == Vr.PN);
    if (vr.kind() == Vr.Kind.LONG_TEXT) {
      String bare = stripTrailing(text);
      return bare.isEmpty() ? List.of() : List.of(bare);
    }
    if (stripTrailing(text).isBlank()) {
      return List.of();
    }
    List<String> values = new ArrayList<>();
    for (String value : text.split("\\\\", -1)) {
      String bare = stripTrailing(value);
      values.add(vr == Vr.UC || vr == Vr.PN ? bare : bare.stripLeading());
    }
    return List.copyOf(values);
  }

  /** The values as whole numbers; empty if any is none. */
  static long[] integers(Element.Plain element, CharacterSet characters) {
    Vr vr = element.vr();
    if (vr.isText()) {
      long[] values =
          strings(element, characters).stream()
              .map(Numbers::integer)
              .takeWhile(OptionalLong::isPresent)
              .mapToLong(OptionalLong::getAsLong)
              .toArray();
      return values.length == strings(element, characters).size() ? values : new long[0];
    }
    if (vr.kind() == Vr.Kind.FLOATING || vr == Vr.OD || vr == Vr.OF) {
      return new long[0];
    }
    ByteBuffer bytes = element.bytes().buffer();
    long[] values = new long[bytes.capacity() / Numbers.size(vr)];
    for (int i = 0; i < values.length; i++) {
      values[i] = Numbers.binary(vr, bytes, i);
    }
    return values;
  }

  /** The values as decimal numbers; empty if any is none. */
  static double[] decimals(Element.Plain element, CharacterSet characters) {
    Vr vr = element.vr();
    if (vr.isText()) {
      List<String> texts = strings(element, characters);
      double[] values =
          texts.stream()
              .map(Numbers::decimal)
              .takeWhile(OptionalDouble::isPresent)
              .mapToDouble(OptionalDouble::getAsDouble)
              .toArray();
      return values.length == texts.size() ? values : new double[0];
    }
    if (vr.kind() == Vr.Kind.FLOATING || vr == Vr.OD || vr == Vr.OF) {
      return floating(element.bytes().buffer(), vr.width());
    }
    return Arrays.stream(integers(element, characters)).asDoubleStream().toArray();
  }

  private static double[] floating(ByteBuffer bytes, int width) {
    double[] values = new double[bytes.capacity() / width];
    for (int i = 0; i < values.length; i++) {
      values[i] = width == 4 ? bytes.getFloat(4 * i) : bytes.getDouble(8 * i);
      if (!Double.isFinite(values[i])) {
        return new double[0];
      }
    }
    return values;
  }

  private static List<String> numbersAsText(Element.Plain element) {
    if (element.vr().kind() == Vr.Kind.FLOATING) {
      return Arrays.stream(decimals(element, CharacterSet.DEFAULT))
          .mapToObj(Double::toString)
          .toList();
    }
    if (element.vr().kind() == Vr.Kind.INTEGER) {
      return Arrays.stream(integers(element, CharacterSet.DEFAULT))
          .mapToObj(Long::toString)
          .toList();
    }
    return List.of();
  }

  /** Without the padding: spaces and, as UI has it and others by mistake, NUL. */
  private static String stripTrailing(String text) {
    int end = text.length();
    while (end > 0 && (text.charAt(end - 1) == ' ' || text.charAt(end - 1) == 0)) {
      end--;
    }
    return text.substring(0, end);
  }
}
