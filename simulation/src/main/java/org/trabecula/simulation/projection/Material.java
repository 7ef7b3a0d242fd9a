package org.trabecula.simulation.projection;

/** What a body is made of, as far as X-rays can tell. */
public enum Material {
  /** Ca10(PO4)6(OH)2, the mineral that a DXA scanner reports. */
  HYDROXYAPATITE,
  /** ICRU-44 soft tissue: muscle, organs, blood, the organic part of bone, discs. */
  LEAN,
  /** ICRU-44 adipose tissue, and yellow marrow. */
  FAT,
  /** Ti6Al4V, for implants and other metal. */
  METAL
}
