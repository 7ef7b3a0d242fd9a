package org.trabecula.learning.data;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import org.trabecula.cohort.Densities;
import org.trabecula.cohort.Manifest;
import org.trabecula.cohort.Truth;
import org.trabecula.densitometry.ScannerScale;
import org.trabecula.densitometry.Sex;
import org.trabecula.densitometry.Site;
import org.trabecula.densitometry.Subject;
import org.trabecula.radiography.CanonicalFrame;
import org.trabecula.radiography.Laterality;
import org.trabecula.radiography.View;
import org.trabecula.screening.ModelInput;

/** Films drawn by a few lines of code: four boxes whose brightness is their density. */
public final class DrawnFilms {
  private DrawnFilms() {}

  /** Prepared films of as many subjects. */
  public static List<Film> of(int count, Path folder) throws IOException {
    List<Manifest.Row> rows = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      rows.add(row(i));
    }
    Manifest manifest = new Manifest(folder, rows);
    PreparedSet set =
        Preparation.of(
            "drawn-" + count,
            count,
            slot -> Optional.of(example(slot)),
            new Preparation.Options(folder, 2, Progress.SILENT));
    List<Film> films = new ArrayList<>();
    for (int slot : set.ready()) {
      films.add(new Film(manifest, rows.get(slot), set, slot));
    }
    return films;
  }

  private static double density(int number) {
    return 0.6 + 0.8 * new SplittableRandom(number).nextDouble();
  }

  private static Manifest.Row row(int number) {
    Map<Site, Double> densities = new EnumMap<>(Site.class);
    for (Site site : Site.values()) {
      if (site.isLumbar()) {
        densities.put(site, density(number));
      }
    }
    return new Manifest.Row(
        "subject-" + number,
        Path.of("film-" + number + ".png"),
        View.LUMBAR_AP,
        Laterality.UNPAIRED,
        new Subject(
            Optional.of(Sex.FEMALE),
            OptionalDouble.of(60 + number % 20),
            OptionalDouble.empty(),
            OptionalDouble.empty()),
        ScannerScale.HOLOGIC,
        true,
        new Densities(densities, densities),
        Truth.NONE,
        Optional.empty(),
        Map.of("look", number % 2 == 0 ? "even" : "odd"));
  }

  /** One drawn example. */
  public static Example example(int number) {
    double density = density(number);
    SplittableRandom random = new SplittableRandom(1000 + number);
    float[] image = new float[ModelInput.IMAGE_SIZE];
    Example.Truth truth = new Example.Truth();
    for (int r = 0; r < CanonicalFrame.ROWS; r++) {
      for (int c = 0; c < CanonicalFrame.COLUMNS; c++) {
        int box = box(r, c);
        double value = box < 0 ? -0.5 : 2 * (density - 0.5);
        image[r * CanonicalFrame.COLUMNS + c] = (float) (value + 0.02 * random.nextGaussian());
      }
    }
    for (int r = 0; r < Example.HALF_ROWS; r++) {
      for (int c = 0; c < Example.HALF_COLUMNS; c++) {
        int box = box(2 * r, 2 * c);
        int i = r * Example.HALF_COLUMNS + c;
        truth.flags[i] = (short) (Example.IN_FIELD | (box < 0 ? 0 : 1 << box));
        truth.map[i] = (short) (box < 0 ? 0 : Math.round(1000 * density));
      }
    }
    for (Site site : Site.values()) {
      truth.densities[site.ordinal()] = site.isLumbar() ? (float) density : 0;
    }
    truth.mapKnown = true;
    truth.regionsKnown = true;
    float[] covariates = new float[ModelInput.COVARIATE_COUNT];
    covariates[11] = 1;
    return new Example(image, covariates, truth);
  }

  /** The same with a bright bar of metal, 48 x 18 mm, over the second box. */
  public static Example withMetal(int number) {
    Example plain = example(number);
    float[] image = plain.image();
    Example.Truth truth = plain.truth();
    for (int r = 40; r < 56; r++) {
      for (int c = 46; c < 52; c++) {
        truth.flags[r * Example.HALF_COLUMNS + c] |= (short) Example.METAL;
        for (int half = 0; half < 4; half++) {
          image[(2 * r + half / 2) * CanonicalFrame.COLUMNS + 2 * c + half % 2] = 3.5f;
        }
      }
    }
    return new Example(image, plain.covariates(), truth);
  }

  private static int box(int row, int column) {
    int box = row / 64;
    boolean inside = row % 64 >= 10 && row % 64 < 54 && column >= 66 && column < 126;
    return inside ? box : -1;
  }
}
