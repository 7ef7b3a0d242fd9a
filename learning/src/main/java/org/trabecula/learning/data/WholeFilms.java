package org.trabecula.learning.data;

import java.io.IOException;
import java.nio.file.Path;
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
 * Films of any part of the body: the collimated field as large as the canonical frame holds it,
 * with the canonical view's grey scale. Lengths on it mean nothing, for the pitch is the field's.
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

  /** The whole field of a film. */
  static Example of(Radiograph film) {
    Field field = Field.of(film);
    double pixels =
        Math.max(
            (double) field.rows() / CanonicalFrame.ROWS,
            (double) field.columns() / CanonicalFrame.COLUMNS);
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
    CanonicalView view = CanonicalView.of(framed, View.LUMBAR_AP, field);
    return Example.of(ModelInput.of(view, framed.description()));
  }
}
