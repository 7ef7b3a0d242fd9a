package org.trabecula.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.trabecula.densitometry.CallPolicy;
import org.trabecula.densitometry.Sex;
import org.trabecula.densitometry.Subject;
import org.trabecula.radiography.Acquisition;
import org.trabecula.radiography.PixelSpacing;
import org.trabecula.radiography.Radiograph;
import org.trabecula.radiography.Refusal;
import org.trabecula.report.content.Film;
import org.trabecula.report.content.Finding;
import org.trabecula.report.content.Report;
import org.trabecula.report.content.Rounding;
import org.trabecula.report.content.Statements;
import org.trabecula.screening.Conclusion;
import org.trabecula.screening.DensityModel;
import org.trabecula.screening.ModelPackage;
import org.trabecula.screening.Reservation;
import org.trabecula.screening.Screening;
import org.trabecula.screening.SiteResult;
import org.trabecula.screening.ViewDecision;

/**
 * A report as {@code result.json}, schema {@value #SCHEMA}, as documented in {@code
 * docs/result-schema.md}: fixed order, fixed digits, no path and no time but the film's own date.
 */
public final class ResultJson {
  /** The version of the format. */
  public static final String SCHEMA = "trabecula-result/2";

  private final JsonGenerator json;
  private final JsonNumbers numbers;
  private final Report report;

  private ResultJson(JsonGenerator json, Report report) {
    this.json = json;
    this.numbers = new JsonNumbers(json);
    this.report = report;
  }

  /** The file's text, with a final line break. */
  public static String of(Report report) {
    StringWriter text = new StringWriter();
    DefaultPrettyPrinter printer = new DefaultPrettyPrinter();
    printer.indentObjectsWith(new DefaultIndenter("  ", "\n"));
    try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
      json.setPrettyPrinter(printer);
      new ResultJson(json, report).write();
    } catch (IOException e) {
      throw new UncheckedIOException("Writing to memory", e);
    }
    return text.append('\n').toString();
  }

  private void write() throws IOException {
    json.writeStartObject();
    json.writeStringField("schema", SCHEMA);
    json.writeStringField("notice", String.join(" ", Statements.limits(report.model())));
    film(report.film());
    subject(report.film().subject());
    model(report.model());
    request();
    switch (report.finding()) {
      case Finding.Estimated(Screening.Estimated screening) -> estimate(screening);
      case Finding.Refused(Refusal refusal) -> refusal(refusal);
    }
    json.writeEndObject();
  }

  private void film(Film film) throws IOException {
    json.writeObjectFieldStart("film");
    json.writeStringField("name", film.name());
    json.writeStringField("sha256", film.sha256());
    if (film.radiograph().isPresent()) {
      Radiograph radiograph = film.radiograph().get();
      json.writeNumberField("rows", radiograph.rows());
      json.writeNumberField("columns", radiograph.columns());
      Optional<PixelSpacing> spacing = radiograph.description().spacing();
      if (spacing.isPresent()) {
        numbers.pair(
            "pixelSpacingMm", Rounding.MM, spacing.get().rowMm(), spacing.get().columnMm());
      } else {
        json.writeNullField("pixelSpacingMm");
      }
      acquisition(radiograph.description().acquisition());
    }
    json.writeEndObject();
  }

  private void acquisition(Acquisition acquisition) throws IOException {
    json.writeObjectFieldStart("acquisition");
    json.writeStringField("date", acquisition.date().map(LocalDate::toString).orElse(null));
    json.writeStringField("manufacturer", acquisition.manufacturer().orElse(null));
    json.writeStringField("model", acquisition.device().orElse(null));
    json.writeStringField("station", acquisition.station().orElse(null));
    numbers.write("kvp", Rounding.EXPOSURE, acquisition.kvp());
    numbers.write("mas", Rounding.EXPOSURE, acquisition.mas());
    numbers.write("sidMm", Rounding.EXPOSURE, acquisition.sidMm());
    numbers.write("exposureIndex", Rounding.EXPOSURE, acquisition.exposureIndex());
    json.writeEndObject();
  }

  private void subject(Subject subject) throws IOException {
    json.writeObjectFieldStart("subject");
    json.writeStringField(
        "sex", subject.sex().map(Sex::name).map(s -> s.toLowerCase(Locale.ROOT)).orElse(null));
    numbers.write("ageYears", 1, subject.ageYears());
    numbers.write("heightCm", 1, subject.heightCm());
    numbers.write("weightKg", 1, subject.weightKg());
    json.writeEndObject();
  }

  private void model(ModelPackage model) throws IOException {
    json.writeObjectFieldStart("model");
    json.writeStringField("name", model.name());
    json.writeStringField("version", model.version());
    json.writeBooleanField("synthetic", model.synthetic());
    json.writeStringField("training", Statements.training(model));
    json.writeStringField("scale", model.scale().name());
    json.writeStringField("commit", model.provenance().commit());
    json.writeStringField("dataSha256", model.provenance().dataSha256());
    json.writeObjectFieldStart("networks");
    json.writeStringField("view", model.viewNetwork().network().sha256());
    for (DensityModel density : model.densityModels()) {
      json.writeStringField(density.view().code(), density.network().sha256());
    }
    json.writeEndObject();
    json.writeEndObject();
  }

  private void request() throws IOException {
    var reference = report.request().reference();
    json.writeObjectFieldStart("reference");
    json.writeStringField("id", reference.id());
    json.writeStringField("name", reference.name());
    json.writeStringField("version", reference.version());
    json.writeStringField("note", reference.heading().note());
    json.writeEndObject();
    CallPolicy policy = report.request().policy();
    json.writeObjectFieldStart("policy");
    numbers.write("lowBelowT", Rounding.SCORE, policy.threshold());
    numbers.write("targetPpv", Rounding.PROBABILITY, policy.targetPpv());
    numbers.write("targetNpv", Rounding.PROBABILITY, policy.targetNpv());
    json.writeEndObject();
  }

  private void refusal(Refusal refusal) throws IOException {
    json.writeStringField("outcome", "refused");
    json.writeObjectFieldStart("refusal");
    json.writeStringField("reason", refusal.reason().name());
    json.writeStringField("sentence", refusal.sentence());
    json.writeStringField("advice", refusal.advice());
    json.writeEndObject();
  }

  private void estimate(Screening.Estimated screening) throws IOException {
    json.writeStringField("outcome", "estimated");
    ViewDecision view = screening.view();
    json.writeObjectFieldStart("view");
    json.writeStringField("code", view.view().code());
    json.writeStringField("laterality", view.laterality().name());
    numbers.write("probability", Rounding.PROBABILITY, view.probability());
    json.writeEndObject();
    conclusion(screening.conclusion());
    new SiteJson(json).write(screening);
    json.writeArrayFieldStart("reservations");
    for (Reservation reservation : screening.reservations()) {
      json.writeStartObject();
      json.writeStringField("kind", reservation.kind().name());
      json.writeStringField("sentence", reservation.sentence());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private void conclusion(Conclusion conclusion) throws IOException {
    json.writeObjectFieldStart("conclusion");
    json.writeStringField("call", conclusion.overall().name());
    json.writeStringField("sentence", conclusion.overall().sentence());
    json.writeStringField("lumbarSite", label(conclusion.lumbar()));
    json.writeStringField("femurSite", label(conclusion.femur()));
    json.writeEndObject();
  }

  private static @Nullable String label(Optional<SiteResult> site) {
    return site.map(result -> result.site().label()).orElse(null);
  }
}
