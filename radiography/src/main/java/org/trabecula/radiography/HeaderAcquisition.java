package org.trabecula.radiography;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.trabecula.dicom.DataSet;
import org.trabecula.dicom.Tag;

/** How the exposure was made (PS3.3 C.8.7.2, C.8.11.4). Values of 0 mean that nothing is known. */
final class HeaderAcquisition {
  private HeaderAcquisition() {}

  static Acquisition of(DataSet data) {
    return new Acquisition(
        positive(data.decimal(Tag.KVP)),
        mas(data),
        positive(data.decimal(Tag.DistanceSourceToDetector)),
        positive(data.decimal(Tag.ExposureIndex)),
        grid(data),
        data.string(Tag.Manufacturer).map(String::strip),
        data.string(Tag.ManufacturerModelName).map(String::strip),
        HeaderDates.ofExposure(data),
        station(data));
  }

  private static Optional<String> station(DataSet data) {
    return data.string(Tag.StationName)
        .or(() -> data.string(Tag.DeviceSerialNumber))
        .map(String::strip)
        .filter(name -> !name.isEmpty());
  }

  /** The finest of the ways in which the load may be stated. */
  private static OptionalDouble mas(DataSet data) {
    OptionalDouble microampereSeconds = positive(data.decimal(Tag.ExposureInuAs));
    if (microampereSeconds.isPresent()) {
      return OptionalDouble.of(microampereSeconds.getAsDouble() / 1000);
    }
    OptionalDouble stated = positive(data.decimal(Tag.Exposure));
    if (stated.isPresent()) {
      return stated;
    }
    double milliamperes = data.decimal(Tag.XRayTubeCurrent).orElse(0);
    double milliseconds = data.decimal(Tag.ExposureTime).orElse(0);
    return positive(OptionalDouble.of(milliamperes * milliseconds / 1000));
  }

  private static Optional<Boolean> grid(DataSet data) {
    List<String> words = data.strings(Tag.Grid).stream().filter(word -> !word.isBlank()).toList();
    return words.isEmpty()
        ? Optional.empty()
        : Optional.of(words.stream().noneMatch(w -> w.toUpperCase(Locale.ROOT).equals("NONE")));
  }

  private static OptionalDouble positive(OptionalDouble value) {
    boolean known = value.isPresent() && value.getAsDouble() > 0;
    return known ? value : OptionalDouble.empty();
  }
}
