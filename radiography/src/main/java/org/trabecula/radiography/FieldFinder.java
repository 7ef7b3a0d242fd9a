package org.trabecula.radiography;

/**
 * Finds the collimated field on a shrunken copy.
 *
 * <p>A border is looked for from each side as a straight line, up to five degrees oblique, along
 * which the image steps, and beyond which the image is either <em>unexposed</em> (bright and
 * smooth; scatter may darken part of it) or <em>blank</em> (one constant, as display shutters and
 * padding write it). The side of the field is where the line crosses its middle. A border that
 * fails one condition is not taken: then the field goes on to the image's edge, for cutting into
 * anatomy is worse than keeping a border.
 */
final class FieldFinder {
  /** A field that keeps less than this share of a side is not believed. */
  private static final double SMALLEST_SHARE = 0.25;

  private static final int MOST_PASSES = 3;

  private final Thumbnail image;
  private Field field;

  private FieldFinder(Thumbnail image) {
    this.image = image;
    this.field = Field.whole(image.rows(), image.columns());
  }

  static Field find(Radiograph radiograph) {
    var finder = new FieldFinder(Thumbnail.of(radiograph));
    for (int pass = 0; pass < MOST_PASSES; pass++) {
      // Each side is judged within what the other sides left, so borders on all four are found.
      Field before = finder.field;
      finder.narrow();
      finder.lower();
      if (finder.field.equals(before)) {
        break;
      }
    }
    return finder.enlarged(radiograph);
  }

  private void narrow() {
    int left = depth(BorderStrip.Side.LEFT);
    int right = image.columns() - depth(BorderStrip.Side.RIGHT);
    if (right - left >= SMALLEST_SHARE * image.columns()) {
      field = new Field(field.top(), left, field.bottom(), right);
    }
  }

  private void lower() {
    int top = depth(BorderStrip.Side.TOP);
    int bottom = image.rows() - depth(BorderStrip.Side.BOTTOM);
    if (bottom - top >= SMALLEST_SHARE * image.rows()) {
      field = new Field(top, field.left(), bottom, field.right());
    }
  }

  private int depth(BorderStrip.Side side) {
    return BorderStrip.of(image, field, side).borderDepth();
  }

  private Field enlarged(Radiograph radiograph) {
    return new Field(
        pixels(field.top()),
        pixels(field.left()),
        field.bottom() == image.rows() ? radiograph.rows() : pixels(field.bottom()),
        field.right() == image.columns() ? radiograph.columns() : pixels(field.right()));
  }

  private int pixels(int thumbnailPixels) {
    return (int) Math.round(thumbnailPixels * image.pitch());
  }
}
