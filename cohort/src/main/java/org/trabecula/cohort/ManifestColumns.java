package org.trabecula.cohort;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.trabecula.densitometry.Site;

/** The columns of {@code manifest.csv}, in the order in which they are written. */
final class ManifestColumns {
  static final String SUBJECT = "subject";
  static final String IMAGE = "image";
  static final String VIEW = "view";
  static final String LATERALITY = "laterality";
  static final String SEX = "sex";
  static final String AGE = "age_years";
  static final String HEIGHT = "height_cm";
  static final String WEIGHT = "weight_kg";
  static final String SCALE = "scale";
  static final String SYNTHETIC = "synthetic";
  static final String MAP = "map";
  static final String REGIONS = "regions";
  static final String MAP_ROWS = "map_rows_per_image_row";
  static final String EXCLUSION = "exclusion";

  /** A row without these says nothing. */
  static final List<String> REQUIRED = List.of(SUBJECT, IMAGE, VIEW);

  static final List<String> ALL = all();
  static final Set<String> KNOWN = Set.copyOf(ALL);

  private ManifestColumns() {}

  static String measured(Site site) {
    return "bmd:" + site.label();
  }

  static String exact(Site site) {
    return "bmd_exact:" + site.label();
  }

  private static List<String> all() {
    List<String> columns =
        new ArrayList<>(
            List.of(SUBJECT, IMAGE, VIEW, LATERALITY, SEX, AGE, HEIGHT, WEIGHT, SCALE, SYNTHETIC));
    for (Site site : Site.values()) {
      columns.add(measured(site));
      columns.add(exact(site));
    }
    columns.addAll(List.of(MAP, REGIONS, MAP_ROWS, EXCLUSION));
    return List.copyOf(columns);
  }
}
