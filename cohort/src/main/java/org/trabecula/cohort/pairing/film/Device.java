package org.trabecula.cohort.pairing.film;

/**
 * What made a radiograph; each part is empty if not known.
 *
 * @param manufacturer (0008,0070)
 * @param model (0008,1090)
 * @param station (0008,1010)
 */
public record Device(String manufacturer, String model, String station) {
  /** Nothing is known. */
  public static final Device UNKNOWN = new Device("", "", "");

  /** Manufacturer and model in one. */
  public String name() {
    return (manufacturer + " " + model).strip();
  }
}
