package org.trabecula.report.summary;

import java.util.Locale;
import java.util.Optional;
import org.trabecula.report.content.Statements;
import org.trabecula.screening.ModelPackage;
import org.trabecula.screening.ScreenRequest;

/**
 * A table for the eye, plain ASCII, written line by line.
 *
 * @param imageWidth characters of the widest image name
 */
public record TextTable(int imageWidth) {
  private static final int CALL = 12;
  private static final int DENSITY = 38;

  /** What the table rests on, and its heading. */
  public String head(ScreenRequest request, ModelPackage model) {
    String basis =
        "Model %s %s. %s%nT-scores: %s, version %s. BMD in g/cm2 (%s scale), 90 %% intervals.%n"
            .formatted(
                model.name(),
                model.version(),
                Statements.training(model),
                request.reference().name(),
                request.reference().version(),
                model.scale());
    String heading = line("image", "call", cell("lumbar BMD", DENSITY) + "femoral BMD");
    return basis + heading + System.lineSeparator() + "-".repeat(heading.length());
  }

  /** One line. */
  public String line(SummaryRow row) {
    return switch (row) {
      case SummaryRow.Screened screened ->
          line(
              row.image(),
              screened.call().label(),
              cell(density(screened.lumbar()), DENSITY) + density(screened.femur()));
      case SummaryRow.Refused refused ->
          line(
              row.image(),
              "refused",
              refused.refusal().sentence() + " " + refused.refusal().advice());
      case SummaryRow.Failed failed -> line(row.image(), "failed", failed.sentence());
    };
  }

  private String line(String image, String call, String rest) {
    return (cell(image, imageWidth + 2) + cell(call, CALL + 2) + rest).stripTrailing();
  }

  /** Whatever its length, two blanks part a cell from the next. */
  private static String cell(String text, int width) {
    return String.format(Locale.ROOT, "%-" + width + "s", text + "  ");
  }

  private static String density(Optional<SummaryRow.Density> density) {
    return density
        .map(d ->
            d.site().label()
                + " "
                + d.mean()
                + " ("
                + d.low()
                + "-"
                + d.high()
                + ")"
                + d.tScore().map(t -> " T " + t).orElse("")
                + (d.inView() ? "" : " inferred"))
        .orElse("-");
  }
}
