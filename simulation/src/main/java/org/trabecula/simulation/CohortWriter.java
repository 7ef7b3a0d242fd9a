package org.trabecula.simulation;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import org.trabecula.cohort.Densities;
import org.trabecula.cohort.Manifest;
import org.trabecula.cohort.Truth;
import org.trabecula.densitometry.ScannerScale;
import org.trabecula.densitometry.Subject;
import org.trabecula.radiography.Laterality;
import org.trabecula.radiography.View;
import org.trabecula.simulation.ct.CtBody;
import org.trabecula.simulation.decoy.Decoy;

/**
 * Writes a synthetic cohort: films, truth maps and {@code manifest.csv}.
 *
 * <p>Everything about a subject follows from the settings and the subject's number, so that a run
 * may stop at any time and go on later. The result does not depend on the number of threads.
 */
public final class CohortWriter {
  private static final int THREADS = 2;
  private static final int DECOY_DRAW = -3;

  private CohortWriter() {}

  /** Where the scenes of a cohort come from. */
  @FunctionalInterface
  interface Scenes {
    Scene at(int number);
  }

  /**
   * Writes a cohort on two threads.
   *
   * @return the manifest that was written
   * @throws IOException if the folder holds a cohort of other settings, or writing fails
   */
  public static Manifest write(CohortSettings settings, Path folder, Progress progress)
      throws IOException {
    return run(settings, folder, number -> SubjectScene.of(settings, number))
        .write(THREADS, progress);
  }

  /**
   * Develops further films of exposures that were kept, without casting their rays again. Subjects
   * keep their names and densities; beams, detectors and looks are drawn anew.
   *
   * @param settings protocol, seed and format of the films; view, subjects and positions are those
   *     of the kept exposures
   * @return the manifest that was written
   * @throws IOException if the folder holds a cohort of other settings, or reading or writing fails
   */
  public static Manifest develop(
      CohortSettings settings, KeptProjections kept, Path folder, Progress progress)
      throws IOException {
    SubjectFiles files = new SubjectFiles(settings, folder);
    return new ResumableRun(
            folder,
            settings.fingerprint() + "developed\n",
            settings.subjects(),
            "s" + settings.seed(),
            (number, name) -> files.write(kept.scene(number), number, kept.subject(number)))
        .write(THREADS, progress);
  }

  /**
   * Writes the films of one CT.
   *
   * @param settings as for a cohort of one subject; the view is the body's
   * @param person all that is known of the person
   * @param progress told after the person's last film
   * @throws IOException if the folder holds other films, or writing fails
   */
  public static Manifest writeCt(
      CohortSettings settings, CtBody body, Subject person, Path folder, Progress progress)
      throws IOException {
    if (settings.subjects() != 1 || settings.view() != body.part().view()) {
      throw new IllegalArgumentException("One CT is one subject in one view");
    }
    SubjectFiles files = new SubjectFiles(settings, folder);
    return new ResumableRun(
            folder,
            settings.fingerprint() + "ct=" + body.identity() + "\n",
            1,
            "ct" + settings.seed(),
            (number, name) -> files.write(new CtScene(settings, body, person), number, name))
        .write(1, progress);
  }

  static ResumableRun run(CohortSettings settings, Path folder, Scenes scenes) {
    SubjectFiles files = new SubjectFiles(settings, folder);
    return new ResumableRun(
        folder,
        settings.fingerprint(),
        settings.subjects(),
        "s" + settings.seed(),
        (number, name) -> files.write(scenes.at(number), number, name));
  }

  /**
   * Writes films that show neither a lumbar spine nor a hip. Their rows are excluded from every
   * study, with the reason; column {@code view_class} is {@code other}.
   *
   * @param settings as for a cohort; view, populations and positions have no meaning here
   */
  public static Manifest writeDecoys(CohortSettings settings, Path folder, Progress progress)
      throws IOException {
    return new ResumableRun(
            folder,
            settings.fingerprint() + "decoys\n",
            settings.subjects(),
            "d" + settings.seed(),
            (number, name) -> List.of(decoy(settings, folder, number, name)))
        .write(THREADS, progress);
  }

  private static Manifest.Row decoy(CohortSettings settings, Path folder, int number, String name)
      throws IOException {
    RandomGenerator random =
        new SplittableRandom(Simulator.seed(settings.seed(), number, DECOY_DRAW));
    Decoy decoy = Decoy.draw(settings.pitchMm(), random);
    Film film = Simulator.of(settings.protocol()).film(decoy, random.nextLong());
    Path file = FilmFiles.write(film, folder.resolve("films"), name, settings.format());
    String kind = decoy.kind().name().toLowerCase(Locale.ROOT).replace('_', ' ');
    return new Manifest.Row(
        name,
        folder.relativize(file),
        View.LUMBAR_AP,
        Laterality.UNKNOWN,
        Subject.UNKNOWN,
        ScannerScale.HOLOGIC,
        true,
        Densities.NONE,
        Truth.NONE,
        Optional.of("neither a lumbar spine nor a hip: " + kind),
        new TreeMap<>(Map.of("view_class", "other", "decoy", kind)));
  }
}
