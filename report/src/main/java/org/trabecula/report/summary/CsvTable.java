package org.trabecula.report.summary;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
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
          "advice");

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
      }
      case SummaryRow.Refused refused -> {
        var refusal = refused.refusal();
        cells.addAll(nothing("refused"));
        cells.addAll(List.of(refusal.reason().name(), refusal.sentence(), refusal.advice()));
      }
      case SummaryRow.Failed failed -> {
        cells.addAll(nothing("failed"));
        cells.addAll(List.of("", failed.sentence(), ""));
      }
    }
    return cells.stream().map(CsvTable::quoted).collect(Collectors.joining(","));
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
