package org.trabecula.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Values from R 4.2.2 with pROC, epiR, psych and vcd: {@code golden.R} made {@code golden.tsv},
 * with intervals at 95 % and, under names that say so, at 90 %.
 */
public final class Golden {
  private static final double RELATIVE = 1e-9;
  private static final double USUAL_LEVEL = 0.95;
  private static final Map<String, double[]> VALUES =
      lines("golden.tsv").stream()
          .map(line -> line.split("\t"))
          .collect(Collectors.toMap(cells -> cells[0], cells -> numbers(cells, 1)));

  private Golden() {}

  /** Golden values by their name. */
  public static double[] values(String name) {
    assertThat(VALUES).containsKey(name);
    return VALUES.get(name).clone();
  }

  /** A column of the data behind the values, counted from 0. */
  public static double[] column(String file, int column) {
    return lines(file).stream()
        .skip(1)
        .mapToDouble(line -> Double.parseDouble(line.split(",")[column].replace("\"", "")))
        .toArray();
  }

  /** The pairs of a file with an estimate and a truth in each line. */
  public static PairedValues pairs(String file) {
    return PairedValues.of(column(file, 0), column(file, 1));
  }

  /** The name of a figure whose interval has a level. */
  public static String at(double level, String name) {
    return level == USUAL_LEVEL ? name : "level %s %s".formatted(level, name);
  }

  /** The same figure and interval as in R at the same level, to 1e-9 of its size. */
  public static void assertSame(Statistic actual, String name) {
    assertThat(actual.known()).as(name + ": " + actual).isPresent();
    assertSame(actual.known().orElseThrow(), name);
  }

  public static void assertSame(Estimate actual, String name) {
    assertSame(
        new double[] {actual.value(), actual.low(), actual.high()}, at(actual.level(), name));
  }

  public static void assertSame(double actual, String name) {
    assertSame(new double[] {actual}, name);
  }

  public static void assertSame(double[] actual, String name) {
    double[] expected = values(name);
    assertThat(actual).as(name).hasSameSizeAs(expected);
    for (int i = 0; i < expected.length; i++) {
      // A zero in R may be 1e-17 here.
      double tolerance = Math.max(RELATIVE * Math.abs(expected[i]), 1e-15);
      assertThat(actual[i]).as("%s[%d]", name, i).isCloseTo(expected[i], within(tolerance));
    }
  }

  private static double[] numbers(String[] cells, int from) {
    return Arrays.stream(cells).skip(from).mapToDouble(Double::parseDouble).toArray();
  }

  private static List<String> lines(String file) {
    try (InputStream in = Golden.class.getResourceAsStream("/golden/" + file)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(file, e);
    }
  }
}
