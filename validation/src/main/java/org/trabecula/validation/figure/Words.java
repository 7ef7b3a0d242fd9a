package org.trabecula.validation.figure;

import java.util.Locale;
import org.trabecula.validation.Estimate;
import org.trabecula.validation.Statistic;

/** Figures in words, as captions and legends say them. */
final class Words {
  private Words() {}

  /** The figure with its interval and level, or that it is not defined and why. */
  static String of(Statistic statistic, int decimals) {
    return switch (statistic) {
      case Statistic.Known(Estimate estimate) -> estimate.text(decimals);
      case Statistic.Undefined(String reason) -> "not defined (" + reason + ")";
    };
  }

  static String number(double value, int decimals) {
    String text = String.format(Locale.ROOT, "%." + decimals + "f", value);
    return text.matches("-0\\.?0*") ? text.substring(1) : text;
  }

  /** A level of confidence, for instance {@code 95 %}. */
  static String level(double level) {
    return number(100 * level, level * 100 == Math.rint(level * 100) ? 0 : 1) + " %";
  }

  /** A count with its noun, in the plural but for one. */
  static String count(int n, String noun) {
    return n + " " + noun + (n == 1 ? "" : "s");
  }
}
