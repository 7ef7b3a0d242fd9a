package org.trabecula.simulation.physics;

/**
 * What the detector has read: exposure per pixel in multiples of the reference dose, row-major,
 * positive.
 */
public final class DetectorImage {
  private final Plane plane;
  private final float[] exposure;
  private final float[] fieldDepthMm;
  private final double medianExposure;

  DetectorImage(Plane plane, float[] exposure, float[] fieldDepthMm, double medianExposure) {
    this.plane = plane;
    this.exposure = exposure;
    this.fieldDepthMm = fieldDepthMm;
    this.medianExposure = medianExposure;
  }

  public Plane plane() {
    return plane;
  }

  /** Exposure of a pixel in multiples of the reference dose. */
  public float at(int row, int column) {
    return exposure[row * plane.columns() + column];
  }

  /** A copy of the exposures. */
  public float[] exposures() {
    return exposure.clone();
  }

  /** Distance of each pixel into the collimated field, mm, negative outside; read only. */
  public float[] fieldDepthMm() {
    return fieldDepthMm;
  }

  /** IEC 62494-1 exposure index: 100 per µGy of the median within the field. */
  public double exposureIndex() {
    return 100 * Detector.REFERENCE_MICROGRAY * medianExposure;
  }
}
