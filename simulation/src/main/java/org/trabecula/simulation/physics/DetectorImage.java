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
  private final double openBeam;

  DetectorImage(Plane plane, float[] exposure, float[] fieldDepthMm, Levels levels) {
    this.plane = plane;
    this.exposure = exposure;
    this.fieldDepthMm = fieldDepthMm;
    this.medianExposure = levels.median;
    this.openBeam = levels.openBeam;
  }

  /**
   * Exposures that describe an image, in reference doses.
   *
   * @param median within the field
   * @param openBeam where nothing is in the beam, as far as the detector can read it
   */
  record Levels(double median, double openBeam) {}

  public Plane plane() {
    return plane;
  }

  /** Exposure of a pixel in multiples of the reference dose. */
  public float at(int row, int column) {
    return exposure[row * plane.columns() + column];
  }

  /** Exposure where nothing is in the beam, as far as the detector can read it. */
  public double openBeam() {
    return openBeam;
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
