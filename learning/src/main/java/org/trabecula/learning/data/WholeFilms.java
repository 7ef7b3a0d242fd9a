package org.trabecula.learning.data;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.trabecula.radiography.CanonicalFrame;
import org.trabecula.radiography.CanonicalView;
import org.trabecula.radiography.Field;
import org.trabecula.radiography.PixelSpacing;
import org.trabecula.radiography.Radiograph;
import org.trabecula.radiography.RadiographReader;
import org.trabecula.radiography.ReadOptions;
import org.trabecula.radiography.Reading;
import org.trabecula.radiography.View;
import org.trabecula.screening.ModelInput;

/**
 * Films of any part of the body: what the collimated field shows of it, as large as the canonical
 * frame holds it. Lengths on it mean nothing, for the pitch is the body's.
 *
 * <p>Samples are {@code (x - median) / (p90 - p10)} of the pixels that show the body, clipped to
 * [-{@value CanonicalView#LIMIT}, {@value CanonicalView#LIMIT}], so that neither gain and offset
 * nor how much bare detector a film shows tells anything; 0 outside.
 *
 * <p>Known weakness: where a limb fills all of its frame there is no bare detector to part it from,
 * and the brighter class is bone alone.
 */
public final class WholeFilms {
  private WholeFilms() {}

  /**
   * Prepares films, slot by file; those prepared earlier under the same name are reused.
   *
   * @param name of the prepared set: another one for other files
   * @throws IOException if a file cannot be read; a refused radiograph is no error
   */
  public static PreparedSet of(String name, List<Path> files, Preparation.Options options)
      throws IOException {
    return Preparation.of(name, files.size(), slot -> example(files.get(slot)), options);
  }

  private static Optional<Example> example(Path file) throws IOException {
    return RadiographReader.read(file, ReadOptions.NONE) instanceof Reading.Read(Radiograph film)
        ? Optional.of(of(film))
        : Optional.empty();
  }

  /** What a film shows of a body. */
  static Example of(Radiograph film) {
    Field body = Body.of(film, Field.of(film));
    double pixels =
        Math.max(
            (double) body.rows() / CanonicalFrame.ROWS,
            (double) body.columns() / CanonicalFrame.COLUMNS);
    double mm = CanonicalFrame.MM_PER_PIXEL / pixels;
    Radiograph.Description known = film.description();
    Radiograph framed =
        film.describedBy(
            new Radiograph.Description(
                Optional.of(new PixelSpacing(mm, mm)),
                known.view(),
                known.laterality(),
                known.intent(),
                known.acquisition(),
                known.subject()));
    CanonicalView view = CanonicalView.of(framed, View.LUMBAR_AP, body);
    float[] image = standardised(view.samples(), body, pixels);
    float[] covariates = ModelInput.of(view, framed.description()).covariates();
    return new Example(image, covariates, new Example.Truth());
  }

  /** The view is centred on the body; beyond it all is 0. */
  private static float[] standardised(float[] samples, Field body, double pixels) {
    boolean[] inside = new boolean[samples.length];
    for (int i = 0; i < samples.length; i++) {
      int row = i / CanonicalFrame.COLUMNS;
      int column = i % CanonicalFrame.COLUMNS;
      double down = row - (CanonicalFrame.ROWS - 1) / 2.0;
      double right = column - (CanonicalFrame.COLUMNS - 1) / 2.0;
      inside[i] =
          Math.abs(down) * pixels < body.rows() / 2.0
              && Math.abs(right) * pixels < body.columns() / 2.0;
    }
    float threshold = Body.threshold(reaching(samples, inside, -Float.MAX_VALUE));
    float[] shown = reaching(samples, inside, threshold);
    Arrays.sort(shown);
    float median = at(shown, 0.5);
    float spread = at(shown, 0.9) - at(shown, 0.1);
    for (int i = 0; i < samples.length; i++) {
      double x = inside[i] && spread > 0 ? (samples[i] - median) / spread : 0;
      samples[i] = (float) Math.clamp(x, -CanonicalView.LIMIT, CanonicalView.LIMIT);
    }
    return samples;
  }

  /** The samples inside the view's field that reach a threshold: at least one. */
  private static float[] reaching(float[] samples, boolean[] inside, float threshold) {
    float[] some = new float[samples.length];
    int count = 0;
    for (int i = 0; i < samples.length; i++) {
      if (inside[i] && samples[i] >= threshold) {
        some[count++] = samples[i];
      }
    }
    return Arrays.copyOf(some, count);
  }

  private static float at(float[] sorted, double share) {
    return sorted[(int) Math.round(share * (sorted.length - 1))];
  }
}
