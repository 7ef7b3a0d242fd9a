package org.trabecula.learning.robustness;

import org.trabecula.densitometry.Site;
import org.trabecula.radiography.View;
import org.trabecula.simulation.projection.CollimatedField;
import org.trabecula.simulation.projection.Projection;
import org.trabecula.simulation.projection.RegionMap;

/**
 * Where regions lie on a projection: the smallest box around them, in pixels.
 *
 * @param top first row
 * @param left first column
 * @param bottom last row
 * @param right last column
 */
record Places(int top, int left, int bottom, int right) {

  /** All that is measured in a view. */
  static int flags(View view) {
    int flags = 0;
    for (Site site :
        view == View.LUMBAR_AP
            ? Site.VERTEBRAE
            : java.util.List.of(Site.FEMORAL_NECK, Site.TROCHANTER, Site.TOTAL_HIP)) {
      flags |= RegionMap.bit(site);
    }
    return flags;
  }

  /**
   * The box around all pixels with any of the flags.
   *
   * @throws IllegalArgumentException if there is none
   */
  static Places of(RegionMap regions, int flags) {
    int top = Integer.MAX_VALUE;
    int left = Integer.MAX_VALUE;
    int bottom = -1;
    int right = -1;
    for (int r = 0; r < regions.rows(); r++) {
      for (int c = 0; c < regions.columns(); c++) {
        if ((regions.at(r, c) & flags) != 0) {
          top = Math.min(top, r);
          bottom = r;
          left = Math.min(left, c);
          right = Math.max(right, c);
        }
      }
    }
    if (bottom < 0) {
      throw new IllegalArgumentException("No pixel has any of the flags " + flags);
    }
    return new Places(top, left, bottom, right);
  }

  /**
   * A field collimated tightly: of a spine from T12 to the upper pelvis, of a hip 25 mm around the
   * measured regions; never beyond the field that there is.
   */
  static CollimatedField tight(Projection projection) {
    Places all = of(projection.regions(), flags(projection.positioning().view()));
    double pixel = 1 / projection.masses().pitchMm();
    boolean spine = projection.positioning().view() == View.LUMBAR_AP;
    return within(
        projection.field(),
        all.top - (spine ? 40 : 25) * pixel,
        all.left - (spine ? 40 : 25) * pixel,
        all.bottom + (spine ? 75 : 25) * pixel,
        all.right + (spine ? 40 : 25) * pixel);
  }

  /** The field's part that lies in a box. */
  static CollimatedField within(
      CollimatedField field, double top, double left, double bottom, double right) {
    double upper = Math.max(top, field.centreRow() - field.height() / 2);
    double lower = Math.min(bottom, field.centreRow() + field.height() / 2);
    double first = Math.max(left, field.centreColumn() - field.width() / 2);
    double last = Math.min(right, field.centreColumn() + field.width() / 2);
    return new CollimatedField(
        (upper + lower) / 2,
        (first + last) / 2,
        Math.max(1, lower - upper),
        Math.max(1, last - first),
        field.rotationDegrees());
  }
}
