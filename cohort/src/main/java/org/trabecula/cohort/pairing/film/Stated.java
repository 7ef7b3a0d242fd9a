package org.trabecula.cohort.pairing.film;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.trabecula.densitometry.Sex;
import org.trabecula.densitometry.Subject;
import org.trabecula.radiography.Laterality;
import org.trabecula.radiography.ReadOptions;
import org.trabecula.radiography.View;

/**
 * What a list or the user states of a film. A statement overrides the header.
 *
 * @param view of all films, if the user states it
 * @param entry with its line of the list
 */
record Stated(Optional<View> view, FilmEntry entry) {
  private static final List<String> PATIENT = List.of("patient", "patient_id", "subject");
  private static final Set<String> KNOWN =
      Set.of(
          "patient",
          "patient_id",
          "subject",
          "view",
          "laterality",
          "date",
          "sex",
          "age_years",
          "age",
          "height_cm",
          "weight_kg",
          "pixel_spacing_mm",
          "manufacturer",
          "device",
          "station",
          "look",
          "synthetic");

  /**
   * The statements about reading.
   *
   * @throws IllegalArgumentException in a few words, if a cell cannot be understood
   */
  ReadOptions reading() {
    Optional<View> own =
        entry.stated("view").isEmpty() ? Optional.empty() : Optional.of(View.of(cell("view")));
    return new ReadOptions(
        own.or(() -> view),
        number("pixel_spacing_mm"),
        new Subject(
            sex(),
            number(entry.stated("age_years").isEmpty() ? "age" : "age_years"),
            number("height_cm"),
            number("weight_kg")));
  }

  /** The header under what is stated. */
  Film.Header over(Film.Header header) {
    Device device = header.device();
    return new Film.Header(
        PATIENT.stream()
            .map(entry::stated)
            .filter(id -> !id.isEmpty())
            .findFirst()
            .or(header::patient),
        date().or(header::date),
        header.view(),
        side().orElse(header.side()),
        header.subject(),
        new Device(
            or("manufacturer", device.manufacturer()),
            or("device", device.model()),
            or("station", device.station())),
        or("look", header.look()),
        header.synthetic() || cell("synthetic").equals("true"));
  }

  /** The columns that have no meaning here. */
  Map<String, String> extras() {
    Map<String, String> extras = new LinkedHashMap<>();
    entry
        .stated()
        .forEach((column, text) -> {
          if (!KNOWN.contains(column)) {
            extras.put(column, text);
          }
        });
    return extras;
  }

  private Optional<LocalDate> date() {
    String text = entry.stated("date");
    try {
      return text.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(text));
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("date '%s' is not like 2024-05-31".formatted(text), e);
    }
  }

  private Optional<Laterality> side() {
    String text = cell("laterality");
    return switch (text) {
      case "" -> Optional.empty();
      case "l", "left" -> Optional.of(Laterality.LEFT);
      case "r", "right" -> Optional.of(Laterality.RIGHT);
      case "b", "both" -> Optional.of(Laterality.BOTH);
      case "u", "unpaired" -> Optional.of(Laterality.UNPAIRED);
      default ->
          throw new IllegalArgumentException(
              "laterality '%s' is none of left, right and both".formatted(text));
    };
  }

  private Optional<Sex> sex() {
    String text = cell("sex");
    return switch (text) {
      case "" -> Optional.empty();
      case "f", "female" -> Optional.of(Sex.FEMALE);
      case "m", "male" -> Optional.of(Sex.MALE);
      default -> throw new IllegalArgumentException("sex '%s' is neither F nor M".formatted(text));
    };
  }

  private OptionalDouble number(String column) {
    String text = cell(column);
    try {
      return text.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(Double.parseDouble(text));
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("%s '%s' is not a number".formatted(column, text), e);
    }
  }

  private String or(String column, String otherwise) {
    String text = entry.stated(column);
    return text.isEmpty() ? otherwise : text;
  }

  private String cell(String column) {
    return entry.stated(column).toLowerCase(Locale.ROOT);
  }
}
