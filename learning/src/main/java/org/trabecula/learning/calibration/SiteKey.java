package org.trabecula.learning.calibration;

import java.util.Comparator;
import org.trabecula.densitometry.Site;
import org.trabecula.radiography.View;

/** A site as the films of a view show it or let it be inferred. */
public record SiteKey(View view, Site site) implements Comparable<SiteKey> {
  private static final Comparator<SiteKey> ORDER =
      Comparator.comparing(SiteKey::view).thenComparing(SiteKey::site);

  /** Whether the view shows the site; otherwise it is inferred from the rest of the film. */
  public boolean inView() {
    return site.isLumbar() == (view == View.LUMBAR_AP);
  }

  @Override
  public int compareTo(SiteKey other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    return inView() ? site.label() : "%s (by %s)".formatted(site.label(), view.code());
  }
}
