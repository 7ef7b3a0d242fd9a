package org.trabecula.radiography;

import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * How, where and when the exposure was made, as far as the header tells.
 *
 * <p>The date is part of what identifies a person (and the station may name an institution): a
 * de-identified file has none, or one that is shifted by the same number of days for all files of a
 * person.
 *
 * @param kvp peak tube voltage, kV (0018,0060)
 * @param mas tube load, mAs (0018,1152 or its parts)
 * @param sidMm source to image-receptor distance, mm (0018,1110)
 * @param exposureIndex IEC 62494-1 exposure index (0018,1411)
 * @param grid whether an anti-scatter grid was used (0018,1166)
 * @param manufacturer maker of the equipment (0008,0070)
 * @param device model name (0008,1090)
 * @param date of the acquisition (0008,0022), or of the content, series or study
 * @param station name of the station (0008,1010), or the serial number of the device (0018,1000)
 */
public record Acquisition(
    OptionalDouble kvp,
    OptionalDouble mas,
    OptionalDouble sidMm,
    OptionalDouble exposureIndex,
    Optional<Boolean> grid,
    Optional<String> manufacturer,
    Optional<String> device,
    Optional<LocalDate> date,
    Optional<String> station) {

  /** An exposure of which nothing is known. */
  public static final Acquisition UNKNOWN =
      new Acquisition(
          OptionalDouble.empty(),
          OptionalDouble.empty(),
          OptionalDouble.empty(),
          OptionalDouble.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());

  /** An exposure of which neither date nor station is known. */
  public Acquisition(
      OptionalDouble kvp,
      OptionalDouble mas,
      OptionalDouble sidMm,
      OptionalDouble exposureIndex,
      Optional<Boolean> grid,
      Optional<String> manufacturer,
      Optional<String> device) {
    this(
        kvp,
        mas,
        sidMm,
        exposureIndex,
        grid,
        manufacturer,
        device,
        Optional.empty(),
        Optional.empty());
  }

  /** The same exposure on a date, at a station. */
  public Acquisition at(LocalDate day, String where) {
    return new Acquisition(
        kvp,
        mas,
        sidMm,
        exposureIndex,
        grid,
        manufacturer,
        device,
        Optional.of(day),
        Optional.of(where));
  }
}
