package org.trabecula.radiography;

import java.util.Optional;

/**
 * Whether bone is dark, judged from the image. For files that do not say: PNG, TIFF, JPEG, and
 * DICOM objects whose statements contradict each other. Bone is taken to be bright unless both hold
 * within the field:
 *
 * <ul>
 *   <li>the middle third is darker than the outer sixths: a trunk is thickest in the middle;
 *   <li>more pixels lie at the white end than at the black end: what the beam reached unweakened is
 *       black on a radiograph. Where the view is known to be lumbar, the first alone decides.
 * </ul>
 *
 * <p>Measured on 272 full-spine films and 196 knees, all bone bright: none is taken for inverted.
 * Of the same spine films inverted, 61 % are recognised, and 98 % where the view is stated. What is
 * missed looks like no radiograph to the quality gate.
 */
final class Polarity {
  private static final double DARKER_MIDDLE = 0.1;
  private static final double MORE_WHITE = 1.3;
  private static final double END = 0.02;

  private final Thumbnail image;
  private final Field field;

  private Polarity(Thumbnail image, Field field) {
    this.image = image;
    this.field = field;
  }

  /** The radiograph with bone bright. */
  static Radiograph corrected(Radiograph radiograph) {
    return isInverted(radiograph) ? negative(radiograph) : radiograph;
  }

  static boolean isInverted(Radiograph radiograph) {
    Thumbnail image = Thumbnail.of(radiograph);
    Polarity polarity = new Polarity(image, shrunken(Field.of(radiograph), image));
    boolean lumbar = radiograph.description().view().equals(Optional.of(View.LUMBAR_AP));
    return polarity.middleIsDarker() && (lumbar || polarity.whiteOutweighsBlack());
  }

  private static Field shrunken(Field field, Thumbnail image) {
    int top = (int) (field.top() / image.pitch());
    int left = (int) (field.left() / image.pitch());
    return new Field(
        top,
        left,
        Math.max(top + 1, Math.min((int) (field.bottom() / image.pitch()), image.rows())),
        Math.max(left + 1, Math.min((int) (field.right() / image.pitch()), image.columns())));
  }

  private boolean middleIsDarker() {
    double middle = 0;
    double outer = 0;
    int inMiddle = 0;
    int inOuter = 0;
    for (int c = field.left(); c < field.right(); c++) {
      double across = (c - field.left() + 0.5) / field.columns();
      double sum = 0;
      for (int r = field.top(); r < field.bottom(); r++) {
        sum += image.at(r, c);
      }
      if (across > 1.0 / 3 && across < 2.0 / 3) {
        middle += sum;
        inMiddle++;
      } else if (across < 1.0 / 6 || across > 5.0 / 6) {
        outer += sum;
        inOuter++;
      }
    }
    return inMiddle > 0
        && inOuter > 0
        && outer / inOuter - middle / inMiddle > DARKER_MIDDLE * field.rows();
  }

  private boolean whiteOutweighsBlack() {
    int white = 0;
    int black = 0;
    for (int r = field.top(); r < field.bottom(); r++) {
      for (int c = field.left(); c < field.right(); c++) {
        white += image.at(r, c) > 1 - END ? 1 : 0;
        black += image.at(r, c) < END ? 1 : 0;
      }
    }
    return white > MORE_WHITE * black;
  }

  /** Black and white exchanged, within the same range. */
  static Radiograph negative(Radiograph radiograph) {
    float[] samples = radiograph.samples();
    float low = Float.POSITIVE_INFINITY;
    float high = Float.NEGATIVE_INFINITY;
    for (float sample : samples) {
      low = Math.min(low, sample);
      high = Math.max(high, sample);
    }
    for (int i = 0; i < samples.length; i++) {
      samples[i] = low + high - samples[i];
    }
    return Radiograph.owning(
        radiograph.rows(), radiograph.columns(), samples, radiograph.description());
  }
}
