package org.trabecula.validation.study;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.trabecula.densitometry.ScannerScale;
import org.trabecula.densitometry.Site;

/**
 * What makes predictions a study of their own: densities of different sites, projections or scanner
 * scales are not mixed.
 *
 * @param view code of the projection; blank where it is not said
 */
record SiteKey(Site site, String view, ScannerScale scale) implements Comparable<SiteKey> {
  private static final Comparator<SiteKey> ORDER =
      Comparator.comparing(SiteKey::view)
          .thenComparing(SiteKey::site)
          .thenComparing(SiteKey::scale);

  /** Rows by what they say, so that the order of a file does not matter. */
  private static final Comparator<Prediction> ROWS =
      Comparator.comparing(Prediction::subjectId)
          .thenComparingDouble(Prediction::truth)
          .thenComparingDouble(row -> row.estimate().mean())
          .thenComparingDouble(row -> row.estimate().sd())
          .thenComparing(Prediction::toString);

  static SiteKey of(Prediction prediction) {
    return new SiteKey(
        prediction.estimate().site(),
        prediction.traits().getOrDefault(Prediction.VIEW, ""),
        prediction.estimate().scale());
  }

  /** Groups predictions; each group is in an order that does not depend on that of the list. */
  static Map<SiteKey, List<Prediction>> grouped(List<Prediction> predictions) {
    Map<SiteKey, List<Prediction>> groups = new TreeMap<>();
    for (Prediction prediction : predictions) {
      groups.computeIfAbsent(of(prediction), ignored -> new ArrayList<>()).add(prediction);
    }
    groups.values().forEach(rows -> rows.sort(ROWS));
    return groups;
  }

  /** The site's label, with the view and the scale where the study has several of them. */
  String name(Iterable<SiteKey> all) {
    boolean views = false;
    boolean scales = false;
    for (SiteKey other : all) {
      views |= !other.view.equals(view);
      scales |= other.scale != scale;
    }
    StringBuilder name = new StringBuilder(site.label());
    if (views && !view.isBlank()) {
      name.append(", ").append(view);
    }
    if (scales) {
      name.append(", ").append(scale.name().toLowerCase(Locale.ROOT));
    }
    return name.toString();
  }

  @Override
  public int compareTo(SiteKey other) {
    return ORDER.compare(this, other);
  }
}
