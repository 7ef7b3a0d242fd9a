package org.trabecula.report.content;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.OptionalDouble;

/** How many digits each quantity is stated with, in every format. */
public final class Rounding {
  /** Digits of a density in g/cm² in files; a page shows one less. */
  public static final int DENSITY = 4;

  /** Digits of T- and Z-scores in files. */
  public static final int SCORE = 2;

  /** Digits of an area in cm² and of a mineral content in g. */
  public static final int AREA = 2;

  /** Digits of a probability. */
  public static final int PROBABILITY = 3;

  /** Digits of a percentage. */
  public static final int PERCENT = 1;

  /** Digits of a place on the radiograph in pixels. */
  public static final int PIXEL = 1;

  /** Digits of kV, mAs, mm and index of an exposure. */
  public static final int EXPOSURE = 2;

  /** Digits of a pixel spacing in mm. */
  public static final int MM = 4;

  private Rounding() {}

  /** The number with so many decimal places, halves away from zero; never a negative zero. */
  public static BigDecimal to(int places, double value) {
    return BigDecimal.valueOf(value).setScale(places, RoundingMode.HALF_UP);
  }

  /** The number as printed, with a minus sign rather than a hyphen, or a dash if there is none. */
  public static String printed(int places, OptionalDouble value) {
    return value.isPresent() ? printed(places, value.getAsDouble()) : "–";
  }

  /** The number as printed, with a minus sign rather than a hyphen. */
  public static String printed(int places, double value) {
    return to(places, value).toPlainString().replace('-', '−');
  }
}
