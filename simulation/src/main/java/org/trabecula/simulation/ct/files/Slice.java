package org.trabecula.simulation.ct.files;

import java.nio.file.Path;
import java.util.Optional;
import org.trabecula.dicom.DataSet;
import org.trabecula.dicom.Tag;
import org.trabecula.simulation.skeleton.Point;

/**
 * Where one DICOM slice lies (PS3.3 section C.7.6.2), in body axes.
 *
 * @param file that holds it
 * @param series to which it belongs
 * @param rows of pixels
 * @param columns of pixels
 * @param position centre of the first pixel
 * @param perColumn from one column to the next
 * @param perRow from one row to the next
 */
record Slice(
    Path file,
    String series,
    int rows,
    int columns,
    Point position,
    Point perColumn,
    Point perRow) {

  /** The slice of an object, if it is one: scouts and objects without a place are not. */
  static Optional<Slice> of(Path file, DataSet data) {
    double[] position = data.decimals(Tag.ImagePositionPatient);
    double[] orientation = data.decimals(Tag.ImageOrientationPatient);
    double[] spacing = data.decimals(Tag.PixelSpacing);
    int rows = data.integer(Tag.Rows).orElse(0);
    int columns = data.integer(Tag.Columns).orElse(0);
    boolean placed =
        position.length == 3
            && orientation.length == 6
            && spacing.length == 2
            && spacing[0] > 0
            && spacing[1] > 0
            && rows > 0
            && columns > 0;
    boolean scout = data.strings(Tag.ImageType).contains("LOCALIZER");
    if (!placed || scout) {
      return Optional.empty();
    }
    // Row orientation is the direction of growing columns; spacing between rows comes first.
    return Optional.of(
        new Slice(
            file,
            data.string(Tag.SeriesInstanceUID).orElse(""),
            rows,
            columns,
            body(position, 0),
            body(orientation, 0).unit().times(spacing[1]),
            body(orientation, 3).unit().times(spacing[0])));
  }

  /** DICOM's axes run to the subject's left, back and head. */
  private static Point body(double[] values, int from) {
    return new Point(values[from], -values[from + 1], values[from + 2]);
  }

  /** Perpendicular to the slice. */
  Point normal() {
    return perColumn.cross(perRow).unit();
  }

  /** Whether another slice has the same pixels in the same direction. */
  boolean isParallelTo(Slice other) {
    return rows == other.rows
        && columns == other.columns
        && perColumn.minus(other.perColumn).length() < 1e-3
        && perRow.minus(other.perRow).length() < 1e-3;
  }
}
