package org.trabecula.simulation.physics;

import org.trabecula.simulation.projection.CollimatedField;

/** How far inside the collimated field each pixel lies. */
final class FieldDepth {
  private FieldDepth() {}

  /** Distance from the nearest edge of the field, mm, negative outside; row-major. */
  static float[] of(Plane plane, CollimatedField field) {
    double angle = Math.toRadians(field.rotationDegrees());
    double cosine = Math.cos(angle);
    double sine = Math.sin(angle);
    float[] depths = new float[plane.size()];
    for (int r = 0; r < plane.rows(); r++) {
      double y = r - field.centreRow();
      for (int c = 0; c < plane.columns(); c++) {
        double x = c - field.centreColumn();
        double across = field.width() / 2 - Math.abs(x * cosine + y * sine);
        double down = field.height() / 2 - Math.abs(y * cosine - x * sine);
        depths[r * plane.columns() + c] = (float) (Math.min(across, down) * plane.pitchMm());
      }
    }
    return depths;
  }
}
