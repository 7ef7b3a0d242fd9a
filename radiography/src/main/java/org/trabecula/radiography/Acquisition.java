package org.trabecula.radiography;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * How the exposure was made, as far as the header tells.
 *
 * @param kvp peak tube voltage, kV (0018,0060)
 * @param mas tube load, mAs (0018,1152 or its parts)
 * @param sidMm source to image-receptor distance, mm (0018,1110)
 * @param exposureIndex IEC 62494-1 exposure index (0018,1411)
 * @param grid whether an anti-scatter grid was used (0018,1166)
 * @param manufacturer maker of the equipment (0008,0070)
 * @param device model name (0008,1090)
 */
public record Acquisition(
    OptionalDouble kvp,
    OptionalDouble mas,
    OptionalDouble sidMm,
    OptionalDouble exposureIndex,
    Optional<Boolean> grid,
    Optional<String> manufacturer,
    Optional<String> device) {

  /** An exposure of which nothing is known. */
  public static final Acquisition UNKNOWN =
      new Acquisition(
          OptionalDouble.empty(),
          OptionalDouble.empty(),
          OptionalDouble.empty(),
          OptionalDouble.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());
}
