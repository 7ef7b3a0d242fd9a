package org.trabecula.cohort;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import org.trabecula.densitometry.ScannerScale;
import org.trabecula.densitometry.Sex;
import org.trabecula.densitometry.Site;
import org.trabecula.densitometry.Subject;
import org.trabecula.radiography.Laterality;
import org.trabecula.radiography.View;

/** Cohorts drawn for tests. */
final class Cohorts {
  private Cohorts() {}

  static Manifest.Row row(String subject, int image) {
    return Manifest.Row.of(
        subject, Path.of("images", image + ".dcm"), View.LUMBAR_AP, Subject.UNKNOWN);
  }

  static Manifest of(Path folder, Manifest.Row... rows) {
    return new Manifest(folder, List.of(rows));
  }

  /** A manifest in which everything may be missing, and texts hold what CSV must escape. */
  static Manifest draw(Path folder, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<Manifest.Row> rows = new ArrayList<>();
    int count = random.nextInt(1, 8);
    for (int i = 0; i < count; i++) {
      rows.add(row(random, i));
    }
    return new Manifest(folder, rows);
  }

  private static Manifest.Row row(SplittableRandom random, int number) {
    String[] odd = {"S", "S 1", "a,b", "say \"so\"", "ü-漢字", "two\nlines"};
    return new Manifest.Row(
        odd[random.nextInt(odd.length)] + number,
        Path.of("images", number + ".dcm"),
        any(View.values(), random),
        any(Laterality.values(), random),
        new Subject(
            random.nextBoolean() ? Optional.of(any(Sex.values(), random)) : Optional.empty(),
            maybe(random, 20, 100),
            maybe(random, 140, 200),
            maybe(random, 35, 150)),
        any(ScannerScale.values(), random),
        random.nextBoolean(),
        new Densities(densities(random), densities(random)),
        random.nextBoolean()
            ? Truth.NONE
            : new Truth(
                Optional.of(Path.of("maps", number + ".png")),
                Optional.of(Path.of("regions.png")),
                OptionalDouble.of(random.nextDouble(0.1, 2))),
        random.nextBoolean() ? Optional.empty() : Optional.of("metal, in the \"region\""),
        Map.of("look", odd[random.nextInt(odd.length)] + "x"));
  }

  private static Map<Site, Double> densities(SplittableRandom random) {
    Map<Site, Double> densities = new EnumMap<>(Site.class);
    for (Site site : Site.values()) {
      if (random.nextBoolean()) {
        densities.put(site, random.nextDouble(0.3, 1.6));
      }
    }
    return densities;
  }

  private static OptionalDouble maybe(SplittableRandom random, double low, double high) {
    return random.nextBoolean()
        ? OptionalDouble.of(random.nextDouble(low, high))
        : OptionalDouble.empty();
  }

  private static <E> E any(E[] values, SplittableRandom random) {
    return values[random.nextInt(values.length)];
  }
}
