package org.trabecula.learning.data;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalDouble;
import org.trabecula.cohort.Manifest;
import org.trabecula.densitometry.Site;
import org.trabecula.radiography.CanonicalFrame;
import org.trabecula.radiography.CanonicalView;
import org.trabecula.radiography.Field;
import org.trabecula.radiography.GrayImage;
import org.trabecula.radiography.GrayImageFile;
import org.trabecula.radiography.Laterality;
import org.trabecula.radiography.MapGrid;
import org.trabecula.radiography.Radiograph;
import org.trabecula.radiography.RadiographReader;
import org.trabecula.radiography.ReadOptions;
import org.trabecula.radiography.Reading;
import org.trabecula.screening.ModelInput;

/** Reads a row of a manifest the way screening would read its file, and adds the truth. */
public final class ExampleReader {
  /** Share of a pixel of 3 mm from which it shows metal: wires and clips are narrower than it. */
  private static final float METAL_SHARE = 0.3f;

  private ExampleReader() {}

  /**
   * Reads the radiograph of a row, whose subject is known from the manifest as it would be from a
   * request.
   */
  public static Reading radiograph(Manifest manifest, Manifest.Row row) throws IOException {
    ReadOptions options =
        new ReadOptions(Optional.of(row.view()), OptionalDouble.empty(), row.subject());
    return RadiographReader.read(manifest.resolve(row.image()), options);
  }

  /** The example of a row; empty if its radiograph is refused. */
  public static Optional<Example> read(Manifest manifest, Manifest.Row row) throws IOException {
    return switch (radiograph(manifest, row)) {
      case Reading.Refused ignored -> Optional.empty();
      case Reading.Read(Radiograph radiograph) -> Optional.of(of(radiograph, manifest, row));
    };
  }

  private static Example of(Radiograph read, Manifest manifest, Manifest.Row row)
      throws IOException {
    Radiograph radiograph = sided(read, row.laterality());
    CanonicalView view = CanonicalView.of(radiograph, row.view());
    Example.Truth truth = new Example.Truth();
    for (Site site : Site.values()) {
      OptionalDouble density = row.densities().exact(site);
      truth.densities[site.ordinal()] =
          (float) (density.isPresent() ? density : row.densities().measured(site)).orElse(0);
    }
    if (row.truth().map().isPresent()) {
      readMap(manifest.resolve(row.truth().map().get()), radiograph, view.frame(), truth);
    }
    if (row.truth().regions().isPresent()) {
      readRegions(manifest.resolve(row.truth().regions().get()), radiograph, view.frame(), truth);
    }
    markField(view, truth);
    return Example.of(ModelInput.of(view, radiograph.description()), truth);
  }

  /** The manifest knows the side even where a header has lost it. */
  public static Radiograph sided(Radiograph radiograph, Laterality laterality) {
    if (laterality == Laterality.UNKNOWN) {
      return radiograph;
    }
    Radiograph.Description d = radiograph.description();
    return radiograph.describedBy(
        new Radiograph.Description(
            d.spacing(), d.view(), laterality, d.intent(), d.acquisition(), d.subject()));
  }

  private static void readMap(
      Path file, Radiograph radiograph, CanonicalFrame frame, Example.Truth truth)
      throws IOException {
    GrayImage map = GrayImageFile.read(file);
    float[] half = halved(frame.resample(map.scaled(1), grid(map, radiograph)));
    for (int i = 0; i < half.length; i++) {
      truth.map[i] = (short) Math.round(half[i]);
    }
    truth.mapKnown = true;
  }

  private static void readRegions(
      Path file, Radiograph radiograph, CanonicalFrame frame, Example.Truth truth)
      throws IOException {
    GrayImage labels = GrayImageFile.read(file);
    MapGrid grid = grid(labels, radiograph);
    int used = 0;
    for (int r = 0; r < labels.rows(); r++) {
      for (int c = 0; c < labels.columns(); c++) {
        used |= labels.at(r, c);
      }
    }
    for (int flag = 1; flag <= Example.METAL; flag <<= 1) {
      if ((used & flag) != 0) {
        float least = flag == Example.METAL ? METAL_SHARE : 0.5f;
        float[] half = halved(frame.resample(labels.mask(flag), grid));
        for (int i = 0; i < half.length; i++) {
          if (half[i] >= least) {
            truth.flags[i] |= (short) flag;
          }
        }
      }
    }
    truth.regionsKnown = true;
  }

  private static MapGrid grid(GrayImage map, Radiograph radiograph) {
    return MapGrid.covering(map.rows(), map.columns(), radiograph.rows(), radiograph.columns());
  }

  private static float[] halved(float[] full) {
    float[] half = new float[Example.HALF_PIXELS];
    for (int r = 0; r < Example.HALF_ROWS; r++) {
      for (int c = 0; c < Example.HALF_COLUMNS; c++) {
        int i = 2 * r * CanonicalFrame.COLUMNS + 2 * c;
        int below = i + CanonicalFrame.COLUMNS;
        half[r * Example.HALF_COLUMNS + c] =
            (full[i] + full[i + 1] + full[below] + full[below + 1]) / 4;
      }
    }
    return half;
  }

  private static void markField(CanonicalView view, Example.Truth truth) {
    Field field = view.field();
    CanonicalFrame frame = view.frame();
    for (int r = 0; r < Example.HALF_ROWS; r++) {
      int row = (int) Math.round(frame.row(2 * r + 0.5));
      for (int c = 0; c < Example.HALF_COLUMNS; c++) {
        int column = (int) Math.round(frame.column(2 * c + 0.5));
        if (field.contains(row, column)) {
          truth.flags[r * Example.HALF_COLUMNS + c] |= (short) Example.IN_FIELD;
        }
      }
    }
  }
}
