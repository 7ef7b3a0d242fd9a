package org.trabecula.report.page;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.trabecula.densitometry.Sex;
import org.trabecula.densitometry.Subject;
import org.trabecula.radiography.Laterality;
import org.trabecula.radiography.Radiograph;
import org.trabecula.radiography.View;
import org.trabecula.report.content.Finding;
import org.trabecula.report.content.Report;
import org.trabecula.report.content.Rounding;
import org.trabecula.screening.ViewDecision;

/** Who, which film, which model: the block under the header. */
final class Facts {
  private static final String UNKNOWN = "not known";
  private final StringBuilder html = new StringBuilder(2048);

  private Facts() {}

  static String html(Report report) {
    Facts facts = new Facts();
    facts.html.append("<div class=\"facts\">\n");
    facts.subject(report.film().subject());
    facts.film(report);
    facts.model(report);
    return facts.html.append("</div>\n").toString();
  }

  private void subject(Subject subject) {
    open("Subject");
    fact("Sex", subject.sex().map(Sex::name).map(s -> s.toLowerCase(Locale.ROOT)).orElse(UNKNOWN));
    fact("Age", quantity(0, subject.ageYears(), "years"));
    fact("Height", quantity(0, subject.heightCm(), "cm"));
    fact("Weight", quantity(0, subject.weightKg(), "kg"));
    close();
  }

  private void film(Report report) {
    open("Radiograph");
    fact("File", report.film().name());
    Optional<ViewDecision> view = view(report);
    fact("View", view.map(Facts::words).orElse("not recognised"));
    Optional<Radiograph> film = report.film().radiograph();
    film.ifPresent(radiograph -> {
      fact("Pixels", "%d × %d".formatted(radiograph.columns(), radiograph.rows()));
      fact(
          "Spacing",
          radiograph
              .description()
              .spacing()
              .map(s -> Rounding.printed(3, s.rowMm()) + " mm")
              .orElse(UNKNOWN));
      fact("Tube", quantity(0, radiograph.description().acquisition().kvp(), "kV"));
    });
    close();
  }

  private static Optional<ViewDecision> view(Report report) {
    return report.finding() instanceof Finding.Estimated estimated
        ? Optional.of(estimated.screening().view())
        : Optional.empty();
  }

  private static String words(ViewDecision decision) {
    String view = decision.view() == View.LUMBAR_AP ? "lumbar spine, AP" : "hip, AP";
    return switch (decision.laterality()) {
      case LEFT -> "left " + view;
      case RIGHT -> "right " + view;
      case BOTH, UNPAIRED, UNKNOWN ->
          decision.laterality() == Laterality.BOTH ? "both, " + view : view;
    };
  }

  private void model(Report report) {
    open("Basis");
    fact("Model", report.model().name() + " " + report.model().version());
    fact(
        "Trained on",
        report.model().synthetic() ? "simulated (synthetic) radiographs" : "its cohort");
    var reference = report.request().reference();
    fact("Reference", reference.name() + ", version " + reference.version());
    var policy = report.request().policy();
    fact(
        "Call",
        "at PPV %s, NPV %s".formatted(share(policy.targetPpv()), share(policy.targetNpv())));
    close();
  }

  private static String share(double probability) {
    return Rounding.printed(0, 100 * probability) + " %";
  }

  private static String quantity(int places, OptionalDouble value, String unit) {
    return value.isPresent() ? Rounding.printed(places, value) + " " + unit : UNKNOWN;
  }

  private void open(String heading) {
    html.append("<section><h2>").append(heading).append("</h2><dl>\n");
  }

  private void fact(String name, String value) {
    html.append("<dt>").append(name).append("</dt><dd>").append(Markup.escaped(value));
    html.append("</dd>\n");
  }

  private void close() {
    html.append("</dl></section>\n");
  }
}
