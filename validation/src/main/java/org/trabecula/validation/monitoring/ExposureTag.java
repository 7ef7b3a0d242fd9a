package org.trabecula.validation.monitoring;

/**
 * An exposure tag. Load and index vary by factors with the patient, so their logarithms are charted
 * and geometric means are printed.
 */
public enum ExposureTag {
  KVP("kvp", "Tube voltage", "kV", false, 1),
  MAS("mas", "Tube load", "mAs", true, 0.05),
  INDEX("index", "Exposure index", "", true, 0.01);

  private final String id;
  private final String label;
  private final String unit;
  private final boolean logarithmic;
  private final double step;

  ExposureTag(String id, String label, String unit, boolean logarithmic, double step) {
    this.id = id;
    this.label = label;
    this.unit = unit;
    this.logarithmic = logarithmic;
    this.step = step;
  }

  /** The name in files. */
  public String id() {
    return id;
  }

  public String label() {
    return label;
  }

  public String unit() {
    return unit;
  }

  /** Whether its logarithm is charted. */
  public boolean isLogarithmic() {
    return logarithmic;
  }

  /** The step in which it is stated, as charted: what is constant scatters by its rounding. */
  double step() {
    return step;
  }

  static ExposureTag of(String id) {
    for (ExposureTag tag : values()) {
      if (tag.id.equals(id)) {
        return tag;
      }
    }
    throw new IllegalArgumentException("'%s' is no exposure tag".formatted(id));
  }
}
