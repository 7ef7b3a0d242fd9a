package org.trabecula.cohort.pairing.dxa;

import java.util.Locale;
import java.util.Optional;
import org.trabecula.densitometry.ScannerScale;

/** Which scale a maker's or a device's name stands for. */
final class ScaleName {
  private ScaleName() {}

  /**
   * The scale of, for instance, {@code Hologic Horizon A}, {@code GE Lunar iDXA} or {@code sBMD}.
   */
  static Optional<ScannerScale> of(String words) {
    String plain = words.toLowerCase(Locale.ROOT);
    boolean hologic = has(plain, "hologic", "horizon", "discovery", "delphi", "qdr");
    boolean lunar =
        has(plain, "lunar", "prodigy", "idxa", "dpx") || plain.matches("(.*\\W)?ge(\\W.*)?");
    boolean norland = has(plain, "norland", "xr-46", "xr-800");
    boolean standard = has(plain, "sbmd", "standardised", "standardized");
    int named = (hologic ? 1 : 0) + (lunar ? 1 : 0) + (norland ? 1 : 0) + (standard ? 1 : 0);
    if (named != 1) {
      return Optional.empty();
    }
    if (hologic) {
      return Optional.of(ScannerScale.HOLOGIC);
    }
    if (lunar) {
      return Optional.of(ScannerScale.LUNAR);
    }
    return Optional.of(norland ? ScannerScale.NORLAND : ScannerScale.STANDARDISED);
  }

  private static boolean has(String plain, String... words) {
    for (String word : words) {
      if (plain.contains(word)) {
        return true;
      }
    }
    return false;
  }
}
