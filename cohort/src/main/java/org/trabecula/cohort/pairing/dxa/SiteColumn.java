package org.trabecula.cohort.pairing.dxa;

import java.util.Optional;
import org.trabecula.densitometry.Site;
import org.trabecula.radiography.Laterality;

/** A column that holds the density of one site, as a mapping names it. */
record SiteColumn(Site site, Laterality side, String column) {
  private static final String PREFIX = "bmd.";

  /** Understands keys such as {@code bmd.L1-L4} or {@code bmd.left.total hip}. */
  static Optional<SiteColumn> of(String key, String column) {
    if (!key.startsWith(PREFIX)) {
      return Optional.empty();
    }
    String rest = key.substring(PREFIX.length());
    Laterality side = Laterality.UNKNOWN;
    if (rest.startsWith("left.")) {
      side = Laterality.LEFT;
      rest = rest.substring("left.".length());
    } else if (rest.startsWith("right.")) {
      side = Laterality.RIGHT;
      rest = rest.substring("right.".length());
    }
    for (Site site : Site.values()) {
      if (site.label().equals(rest)) {
        boolean sided = side != Laterality.UNKNOWN;
        if (site.isLumbar() && sided) {
          return Optional.empty();
        }
        return Optional.of(
            new SiteColumn(site, site.isLumbar() ? Laterality.UNPAIRED : side, column));
      }
    }
    return Optional.empty();
  }
}
