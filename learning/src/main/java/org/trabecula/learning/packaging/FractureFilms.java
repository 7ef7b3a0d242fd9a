package org.trabecula.learning.packaging;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.trabecula.cohort.Manifest;
import org.trabecula.cohort.Split;
import org.trabecula.densitometry.Site;
import org.trabecula.learning.data.ExampleReader;
import org.trabecula.learning.training.TrainingSettings;
import org.trabecula.radiography.Radiograph;
import org.trabecula.radiography.Reading;
import org.trabecula.radiography.View;
import org.trabecula.screening.FractureSigns;
import org.trabecula.screening.Measured;
import org.trabecula.screening.Screener;
import org.trabecula.screening.ScreenerOptions;
import org.trabecula.screening.VertebraPatches;

/**
 * Learns what fractured vertebrae look like to a lumbar network, from films of which the manifest
 * says, in the column {@value #COLUMN}, which vertebrae are: such as {@code L1 L3}, or {@value
 * #NONE}.
 */
final class FractureFilms {
  static final String COLUMN = "fractured";
  static final String NONE = "none";

  /** Share of films without a fracture that may lose a vertebra to suspicion. */
  static final double FALSE_SUSPICIONS = 0.05;

  /** Films of either kind that are learned from; as many again at most are judged by. */
  private static final int MOST_FILMS = 600;

  private static final int FEWEST_FILMS = 40;

  private final Screener screener;
  private final List<Labelled> films;

  private FractureFilms(Screener screener, List<Labelled> films) {
    this.screener = screener;
    this.films = films;
  }

  private record Labelled(Manifest manifest, Manifest.Row row, Split.Part part, boolean broken) {}

  /** The patches of one film, and which of its vertebrae are fractured. */
  private record Patches(List<double[]> patches, List<Boolean> fractured) {
    /** The largest score of its vertebrae, or of its fractured ones. */
    double most(FractureSigns signs, boolean ofFractured) {
      return IntStream.range(0, patches.size())
          .filter(i -> !ofFractured || fractured.get(i))
          .mapToDouble(i -> signs.score(i, patches.get(i)))
          .max()
          .orElse(Double.NEGATIVE_INFINITY);
    }
  }

  /**
   * What was learned.
   *
   * @param signs of fractures; none where too few films tell of any
   * @param sentence on films that it was not learned from
   */
  record Learned(FractureSigns signs, String sentence) {}

  /**
   * Learns from manifests for a network in a package.
   *
   * @param folder of the package
   * @param how the network was trained: its training films are learned from, others set the limit
   */
  static Learned learned(Path folder, List<Manifest> manifests, TrainingSettings how)
      throws IOException {
    List<Labelled> films = new ArrayList<>();
    for (Manifest manifest : manifests) {
      for (Manifest.Row row : manifest.rows()) {
        String label = row.extras().getOrDefault(COLUMN, "");
        if (row.included() && row.view() == View.LUMBAR_AP && !label.isBlank() && known(row)) {
          Split.Part part = Split.part(row.subjectId(), how.fractions(), how.seed());
          films.add(new Labelled(manifest, row, part, !label.equals(NONE)));
        }
      }
    }
    if (films.stream().filter(Labelled::broken).count() < FEWEST_FILMS) {
      return new Learned(FractureSigns.NONE, "Too few films tell of a fractured vertebra");
    }
    try (Screener screener = Screener.open(folder, ScreenerOptions.STANDARD)) {
      return new FractureFilms(screener, films).learned();
    }
  }

  /** Whether no metal hides the spine. */
  private static boolean known(Manifest.Row row) {
    return row.densities().exact(Site.L1_L4).isPresent()
        || row.densities().measured(Site.L1_L4).isPresent();
  }

  private Learned learned() throws IOException {
    List<Patches> seen = patches(true, true);
    List<Patches> whole = patches(true, false);
    List<FractureFit.Vertebra> vertebrae = new ArrayList<>();
    for (Patches film : concat(seen, whole)) {
      for (int i = 0; i < film.patches.size(); i++) {
        vertebrae.add(new FractureFit.Vertebra(i, film.patches.get(i), film.fractured.get(i)));
      }
    }
    FractureSigns signs = FractureFit.of(vertebrae);
    List<Patches> others = patches(false, false);
    List<Patches> judging = others.size() < FEWEST_FILMS ? whole : others;
    double[] scores = judging.stream().mapToDouble(f -> f.most(signs, false)).sorted().toArray();
    double limit = scores[(int) Math.ceil((1 - FALSE_SUSPICIONS) * scores.length) - 1];
    FractureSigns limited = signs.limitedTo(Math.max(limit, 1e-3));
    List<Patches> broken = patches(false, true);
    long found = broken.stream().filter(f -> f.most(limited, true) > limited.limit()).count();
    return new Learned(
        limited,
        "Of %d held-out films with a fractured vertebra %d lose one, at %.0f %% of films without"
            .formatted(broken.size(), found, 100 * FALSE_SUSPICIONS));
  }

  private static List<Patches> concat(List<Patches> a, List<Patches> b) {
    List<Patches> all = new ArrayList<>(a);
    all.addAll(b);
    return all;
  }

  private List<Patches> patches(boolean trained, boolean broken) throws IOException {
    List<Labelled> ours =
        films.stream()
            .filter(f -> f.broken == broken && (f.part == Split.Part.TRAIN) == trained)
            .toList();
    int count = Math.min(MOST_FILMS, ours.size());
    List<Patches> all = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Labelled film = ours.get((int) ((long) i * ours.size() / count));
      Patches patches = patches(film);
      if (!patches.patches.isEmpty()) {
        all.add(patches);
      }
    }
    return all;
  }

  private Patches patches(Labelled film) throws IOException {
    if (!(ExampleReader.radiograph(film.manifest, film.row)
        instanceof Reading.Read(Radiograph radiograph))) {
      return new Patches(List.of(), List.of());
    }
    Radiograph sided = ExampleReader.sided(radiograph, film.row.laterality());
    Measured measured = screener.measure(sided, View.LUMBAR_AP);
    Set<String> levels = Set.of(film.row.extras().getOrDefault(COLUMN, NONE).split(" "));
    return new Patches(
        VertebraPatches.of(measured.output(), measured.canonical()),
        Site.VERTEBRAE.stream().map(site -> levels.contains(site.label())).toList());
  }
}
