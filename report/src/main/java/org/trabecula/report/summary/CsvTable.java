package org.trabecula.report.summary;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.trabecula.radiography.Acquisition;
import org.trabecula.radiography.View;
import org.trabecula.report.content.Rounding;
import org.trabecula.screening.ModelPackage;
import org.trabecula.screening.ScreenRequest;

/**
 * A table for a spreadsheet (RFC 4180), written line by line. Every row repeats reference and
 * model, so that a row means the same wherever it is pasted.
 *
 * @param request with its reference
 * @param model that estimates
 */
public record CsvTable(ScreenRequest request, ModelPackage model) {
  private static final List<String> COLUMNS =
      List.of(
          "image",
          "outcome",
          "call",
          "lumbar_site",
          "lumbar_bmd",
          "lumbar_low",
          "lumbar_high",
          "lumbar_t",
          "lumbar_in_view",
          "femur_site",
          "femur_bmd",
          "femur_low",
          "femur_high",
          "femur_t",
          "femur_in_view",
          "reference",
          "scale",
          "model",
          "synthetic_training",
          "reason",
          "sentence",
          "advice",
          "view",
          "date",
          "manufacturer",
          "device",
          "station",
          "kvp",
          "mas",
          "exposure_index",
          "sex",
          "age");

  private static final int PER_DENSITY = 6;

  /** The heading. */
  public String head() {
    return String.join(",", COLUMNS);
  }

  /** One line. */
  public String line(SummaryRow row) {
    List<String> cells = new ArrayList<>();
    cells.add(row.image());
    switch (row) {
      case SummaryRow.Screened screened -> {
        cells.addAll(List.of("estimated", screened.call().name()));
        cells.addAll(density(screened.lumbar()));
        cells.addAll(density(screened.femur()));
        cells.addAll(basis());
        cells.addAll(List.of("", "", ""));
        cells.addAll(film(screened.film()));
      }
      case SummaryRow.Refused refused -> {
        var refusal = refused.refusal();
        cells.addAll(nothing("refused"));
        cells.addAll(List.of(refusal.reason().name(), refusal.sentence(), refusal.advice()));
        cells.addAll(film(refused.film()));
      }
      case SummaryRow.Failed failed -> {
        cells.addAll(nothing("failed"));
        cells.addAll(List.of("", failed.sentence(), ""));
        cells.addAll(film(SummaryRow.Circumstances.UNKNOWN));
      }
    }
    return cells.stream().map(CsvTable::quoted).collect(Collectors.joining(","));
  }

  private static List<String> film(SummaryRow.Circumstances film) {
    Acquisition acquisition = film.acquisition();
    return List.of(
        film.view().map(View::code).orElse(""),
        acquisition.date().map(LocalDate::toString).orElse(""),
        acquisition.manufacturer().orElse(""),
        acquisition.device().orElse(""),
        acquisition.station().orElse(""),
        number(acquisition.kvp(), Rounding.EXPOSURE),
        number(acquisition.mas(), Rounding.EXPOSURE),
        number(acquisition.exposureIndex(), Rounding.EXPOSURE),
        film.subject().sex().map(sex -> sex.name().toLowerCase(Locale.ROOT)).orElse(""),
        number(film.subject().ageYears(), 1));
  }

  private static String number(OptionalDouble value, int places) {
    return value.isPresent()
        ? Rounding.to(places, value.getAsDouble()).stripTrailingZeros().toPlainString()
        : "";
  }

  private List<String> nothing(String outcome) {
    List<String> cells = new ArrayList<>(List.of(outcome, ""));
    cells.addAll(Collections.nCopies(2 * PER_DENSITY, ""));
    cells.addAll(basis());
    return cells;
  }

  private List<String> basis() {
    return List.of(
        request.reference().id() + " " + request.reference().version(),
        model.scale().name(),
        model.name() + " " + model.version(),
        Boolean.toString(model.synthetic()));
  }

  private static List<String> density(Optional<SummaryRow.Density> density) {
    return density
        .map(d ->
            List.of(
                d.site().label(),
                d.mean(),
                d.low(),
                d.high(),
                d.tScore().orElse(""),
                Boolean.toString(d.inView())))
        .orElse(Collections.nCopies(PER_DENSITY, ""));
  }

  private static String quoted(String cell) {
    boolean plain = cell.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
    return plain ? cell : '"' + cell.replace("\"", "\"\"") + '"';
  }
}
