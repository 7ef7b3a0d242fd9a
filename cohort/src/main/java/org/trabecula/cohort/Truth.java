package org.trabecula.cohort;

import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The maps that go with a simulated radiograph.
 *
 * @param map areal hydroxyapatite in mg/cm² in the plane of the radiograph, 16-bit PNG
 * @param regions label map of bit flags (1 L1, 2 L2, 4 L3, 8 L4, 16 femoral neck, 32 trochanter, 64
 *     total hip), 8-bit PNG
 * @param mapRowsPerImageRow rows of the maps for each row of the image, positive
 */
public record Truth(Optional<Path> map, Optional<Path> regions, OptionalDouble mapRowsPerImageRow) {

  /** There are no maps. */
  public static final Truth NONE =
      new Truth(Optional.empty(), Optional.empty(), OptionalDouble.empty());

  public Truth {
    if (mapRowsPerImageRow.isPresent() && !(mapRowsPerImageRow.getAsDouble() > 0)) {
      throw new IllegalArgumentException(
          "mapRowsPerImageRow is %s, not positive".formatted(mapRowsPerImageRow.getAsDouble()));
    }
  }
}
