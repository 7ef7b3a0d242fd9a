package org.trabecula.radiography;

import java.util.Arrays;

/**
 * What the model sees of a radiograph, in training and in use alike: {@value CanonicalFrame#ROWS} x
 * {@value CanonicalFrame#COLUMNS} pixels of {@value CanonicalFrame#MM_PER_PIXEL} mm in the plane of
 * the patient, centred on the collimated field, bone bright, hips shown as a right hip.
 *
 * <p>Samples are {@code (x - median) / (p90 - p10)}, clipped to [-{@value #LIMIT}, {@value
 * #LIMIT}]. Median and percentiles are those of the central part (the middle {@value
 * #CENTRAL_SHARE} in each direction) of what the view shows of the field, taken exactly from the
 * resampled pixels, so that gain, offset and pixel pitch of the detector cancel. Outside the field
 * the view is 0.
 */
public final class CanonicalView {
  /** Largest absolute sample. */
  public static final double LIMIT = 4;

  /** Share of the visible field, in each direction, that sets the scale. */
  static final double CENTRAL_SHARE = 2.0 / 3;

  /** Assumed longer side of a lumbar field where the pixel spacing is unknown, mm. */
  public static final double ASSUMED_LUMBAR_FIELD_MM = 400;

  /** Assumed longer side of a hip field where the pixel spacing is unknown, mm. */
  public static final double ASSUMED_HIP_FIELD_MM = 320;

  /** A hip field wider than this shows the whole pelvis, mm. */
  public static final double WHOLE_PELVIS_MM = 320;

  private final float[] samples;
  private final CanonicalFrame frame;
  private final Field field;
  private final boolean spacingKnown;

  private CanonicalView(float[] samples, CanonicalFrame frame, Field field, boolean spacingKnown) {
    this.samples = samples;
    this.frame = frame;
    this.field = field;
    this.spacingKnown = spacingKnown;
  }

  /** Returns the canonical view of a radiograph, taken to show the given view. */
  public static CanonicalView of(Radiograph radiograph, View view) {
    return of(radiograph, view, Field.of(radiograph));
  }

  /** Returns the canonical view within a field that is already known. */
  public static CanonicalView of(Radiograph radiograph, View view, Field field) {
    if (field.bottom() > radiograph.rows() || field.right() > radiograph.columns()) {
      throw new IllegalArgumentException(
          "%s reaches beyond %d x %d pixels"
              .formatted(field, radiograph.rows(), radiograph.columns()));
    }
    CanonicalFrame frame = frame(radiograph.description(), view, field);
    float[] samples = resample(radiograph, frame, field);
    standardise(samples, Visible.of(frame, field));
    boolean known = radiograph.description().spacing().isPresent();
    return new CanonicalView(samples, frame, field, known);
  }

  private static CanonicalFrame frame(Radiograph.Description known, View view, Field field) {
    PixelSpacing spacing = known.spacing().orElseGet(() -> assumedSpacing(view, field));
    double centreColumn = field.centreColumn();
    boolean mirrored = view == View.HIP_AP && known.laterality() == Laterality.LEFT;
    if (view == View.HIP_AP && field.columns() * spacing.columnMm() > WHOLE_PELVIS_MM) {
      // The patient's right is on the image's left; a hip lies near the middle of its half.
      centreColumn += (mirrored ? 0.25 : -0.25) * field.columns();
    }
    double rowsPerPixel = CanonicalFrame.MM_PER_PIXEL / spacing.rowMm();
    double columnsPerPixel = (mirrored ? -1 : 1) * CanonicalFrame.MM_PER_PIXEL / spacing.columnMm();
    return new CanonicalFrame(
        field.centreRow() - rowsPerPixel * (CanonicalFrame.ROWS - 1) / 2,
        centreColumn - columnsPerPixel * (CanonicalFrame.COLUMNS - 1) / 2,
        rowsPerPixel,
        columnsPerPixel);
  }

  private static PixelSpacing assumedSpacing(View view, Field field) {
    double longerSideMm =
        switch (view) {
          case LUMBAR_AP -> ASSUMED_LUMBAR_FIELD_MM;
          case HIP_AP -> ASSUMED_HIP_FIELD_MM;
        };
    double mm = longerSideMm / Math.max(field.rows(), field.columns());
    return new PixelSpacing(mm, mm);
  }

  private static float[] resample(Radiograph radiograph, CanonicalFrame frame, Field field) {
    var rows = new AreaAverage.Span(field.top(), field.bottom());
    var columns = new AreaAverage.Span(field.left(), field.right());
    return AreaAverage.resample(
        radiograph.rawSamples(),
        radiograph.columns(),
        new AreaAverage(CanonicalFrame.ROWS, frame.originRow(), frame.rowsPerPixel(), rows),
        new AreaAverage(
            CanonicalFrame.COLUMNS, frame.originColumn(), frame.columnsPerPixel(), columns));
  }

  /**
   * Canonical rows and columns whose centres lie inside the field: [top, bottom), [left, right).
   */
  private record Visible(int top, int left, int bottom, int right) {
    static Visible of(CanonicalFrame frame, Field field) {
      double a = frame.canonicalColumn(field.left() - 0.5);
      double b = frame.canonicalColumn(field.right() - 0.5);
      return new Visible(
          inside(frame.canonicalRow(field.top() - 0.5), CanonicalFrame.ROWS),
          inside(Math.min(a, b), CanonicalFrame.COLUMNS),
          inside(frame.canonicalRow(field.bottom() - 0.5), CanonicalFrame.ROWS),
          inside(Math.max(a, b), CanonicalFrame.COLUMNS));
    }

    private static int inside(double edge, int limit) {
      return (int) Math.clamp(Math.ceil(edge), 0, limit);
    }

    boolean contains(int row, int column) {
      return row >= top && row < bottom && column >= left && column < right;
    }

    /** The samples of the central part, sorted. */
    float[] centralSorted(float[] samples) {
      int marginRows = (int) Math.round((bottom - top) * (1 - CENTRAL_SHARE) / 2);
      int marginColumns = (int) Math.round((right - left) * (1 - CENTRAL_SHARE) / 2);
      int rows = bottom - top - 2 * marginRows;
      int columns = right - left - 2 * marginColumns;
      float[] result = new float[Math.max(rows, 0) * Math.max(columns, 0)];
      for (int r = 0; r < rows; r++) {
        int from = (top + marginRows + r) * CanonicalFrame.COLUMNS + left + marginColumns;
        System.arraycopy(samples, from, result, r * columns, columns);
      }
      Arrays.sort(result);
      return result;
    }
  }

  /**
   * Standardises canonical samples of which a part is visible, in place: rows [top, bottom),
   * columns [left, right) of the canonical grid. What was standardised before may be so again, as
   * after a cut.
   */
  public static void standardise(float[] samples, int top, int left, int bottom, int right) {
    if (samples.length != CanonicalFrame.ROWS * CanonicalFrame.COLUMNS) {
      throw new IllegalArgumentException("%d samples".formatted(samples.length));
    }
    standardise(
        samples,
        new Visible(
            Math.max(0, top),
            Math.max(0, left),
            Math.min(bottom, CanonicalFrame.ROWS),
            Math.min(right, CanonicalFrame.COLUMNS)));
  }

  private static void standardise(float[] samples, Visible visible) {
    float[] sorted = visible.centralSorted(samples);
    double median = sorted.length == 0 ? 0 : percentile(sorted, 0.5);
    double spread =
        sorted.length == 0 ? 0 : percentile(sorted, 0.9) - (double) percentile(sorted, 0.1);
    for (int r = 0; r < CanonicalFrame.ROWS; r++) {
      for (int c = 0; c < CanonicalFrame.COLUMNS; c++) {
        int i = r * CanonicalFrame.COLUMNS + c;
        // A field without contrast says nothing: all 0 rather than a division by nothing.
        samples[i] =
            visible.contains(r, c) && spread > 0
                ? (float) Math.clamp((samples[i] - median) / spread, -LIMIT, LIMIT)
                : 0;
      }
    }
  }

  private static float percentile(float[] sorted, double share) {
    return sorted[(int) Math.round(share * (sorted.length - 1))];
  }

  /** A copy of the samples, row-major. */
  public float[] samples() {
    return samples.clone();
  }

  /** The sample at a row and column. */
  public float at(int row, int column) {
    return samples[row * CanonicalFrame.COLUMNS + column];
  }

  /** Where the view lies on the radiograph. */
  public CanonicalFrame frame() {
    return frame;
  }

  /** The collimated field, in the radiograph's pixels. */
  public Field field() {
    return field;
  }

  /** Whether the pixel spacing was known; otherwise the scale is a guess from the field's size. */
  public boolean spacingKnown() {
    return spacingKnown;
  }
}
