package org.trabecula.simulation.decoy;

/**
 * What fills a shape, g/cm³ of each material.
 *
 * @param mineral hydroxyapatite
 * @param lean soft tissue; negative where a shape replaces it
 * @param fat adipose tissue
 * @param metal metal
 */
record Tissue(double mineral, double lean, double fat, double metal) {
  static final Tissue MUSCLE = new Tissue(0, 1.06, 0, 0);
  static final Tissue FAT = new Tissue(0, 0, 0.95, 0);

  /** Air in place of soft tissue. */
  static final Tissue GAS = new Tissue(0, -1.06, 0, 0);

  /** Inflated lung in place of soft tissue. */
  static final Tissue LUNG = new Tissue(0, -0.8, 0, 0);

  /** Compact bone in place of soft tissue. */
  static final Tissue CORTEX = new Tissue(1.08, -0.2, 0, 0);

  /** Titanium in place of soft tissue. */
  static final Tissue METAL = new Tissue(0, -1.06, 0, 4.43);

  /** Spongy bone in place of soft tissue. */
  static Tissue spongy(double mineral) {
    return new Tissue(mineral, -0.25, 0.1, 0);
  }
}
