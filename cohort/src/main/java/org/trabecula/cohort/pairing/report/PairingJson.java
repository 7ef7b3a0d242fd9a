package org.trabecula.cohort.pairing.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import org.trabecula.cohort.FlowDiagram;
import org.trabecula.cohort.Split;
import org.trabecula.cohort.pairing.DuplicateGroup;
import org.trabecula.cohort.pairing.DxaOutcome;
import org.trabecula.cohort.pairing.FilmOutcome;
import org.trabecula.cohort.pairing.PairedCohort;
import org.trabecula.cohort.pairing.PairingSettings;
import org.trabecula.cohort.pairing.duplicates.Likeness;

/** The account of a pairing for programs, {@code trabecula-pairing/1}. It names no patient. */
final class PairingJson {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final PairedCohort cohort;
  private final ObjectNode root = JSON.createObjectNode();

  private PairingJson(PairedCohort cohort) {
    this.cohort = cohort;
  }

  static String of(PairedCohort cohort) {
    PairingJson page = new PairingJson(cohort);
    page.head();
    page.flow();
    page.films();
    page.duplicates();
    page.dxa();
    page.split();
    try {
      return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(page.root) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A tree of text and numbers can be written", e);
    }
  }

  private void head() {
    PairingSettings settings = cohort.settings();
    root.put("schema", "trabecula-pairing/1");
    root.put("synthetic", cohort.synthetic());
    root.put("manifest_sha256", cohort.manifest().sha256());
    ObjectNode to = root.putObject("settings");
    settings.window().days().ifPresentOrElse(d -> to.put("days", d), () -> to.put("days", "any"));
    to.put("ignore_leading_zeros", settings.ids().ignoreLeadingZeros());
    to.put("ignore_case", settings.ids().ignoreCase());
    to.put("letters_and_digits_only", settings.ids().lettersAndDigitsOnly());
    to.put("conflicts", word(settings.conflicts()));
    settings.view().ifPresent(view -> to.put("view", view.code()));
    settings.labels().forEach(to.putArray("labels")::add);
  }

  private void flow() {
    FlowDiagram flow = cohort.flow();
    ObjectNode to = root.putObject("flow");
    count(flow.all(), to.putObject("all"));
    ObjectNode out = to.putObject("left_out");
    flow.leftOut().forEach((reason, count) -> count(count, out.putObject(reason)));
    count(flow.included(), to.putObject("included"));
  }

  private static void count(FlowDiagram.Count count, ObjectNode to) {
    to.put("subjects", count.subjects());
    to.put("radiographs", count.radiographs());
  }

  private void films() {
    ArrayNode films = root.putArray("radiographs");
    for (FilmOutcome film : cohort.films()) {
      ObjectNode to = films.addObject();
      to.put("file", film.film().entry().name());
      film.subject().ifPresent(id -> to.put("subject", id));
      film.film().picture().ifPresent(p -> to.put("pixels_sha256", p.samples()));
      to.put("included", film.included());
      film.match()
          .ifPresent(match -> {
            match.days().ifPresent(days -> to.put("dxa_days", days));
            match.tie().ifPresent(tie -> to.put("tie", tie));
            ArrayNode rows = to.putArray("dxa");
            match.rows().forEach(row -> rows.add(cohort.read().rows().get(row).origin()));
          });
      film.exclusion()
          .ifPresent(why -> {
            to.put("reason", why.reason().label());
            to.put("sentence", why.sentence());
            to.put("advice", why.advice());
          });
    }
  }

  private void duplicates() {
    ArrayNode groups = root.putArray("duplicates");
    for (DuplicateGroup group : cohort.groups()) {
      ObjectNode to = groups.addObject();
      ArrayNode members = to.putArray("files");
      group.members().forEach(i -> members.add(name(i)));
      ArrayNode conflicts = to.putArray("conflicts");
      group.contradictions().stream().sorted().forEach(c -> conflicts.add(c.label()));
      ArrayNode pairs = to.putArray("pairs");
      for (Likeness pair : group.pairs()) {
        ObjectNode alike = pairs.addObject();
        alike.put("first", name(pair.first()));
        alike.put("second", name(pair.second()));
        alike.put("kind", word(pair.kind()));
        alike.put("correlation", Math.rint(pair.correlation() * 1e4) / 1e4);
      }
    }
    ObjectNode joined = root.putObject("subjects_of_several_patient_ids");
    cohort.joined().forEach(joined::put);
  }

  private String name(int index) {
    return cohort.films().get(index).film().entry().name();
  }

  private void dxa() {
    ArrayNode rows = root.putArray("dxa");
    for (DxaOutcome row : cohort.dxa()) {
      ObjectNode to = rows.addObject();
      to.put("line", row.origin());
      to.put("use", word(row.use()));
      to.put("radiographs", row.films());
      row.fault()
          .ifPresent(fault -> {
            to.put("reason", fault.reason().label());
            to.put("sentence", fault.sentence());
            to.put("advice", fault.advice());
          });
    }
    ArrayNode notes = root.putArray("values_not_used");
    cohort.contradictions().forEach(notes::add);
    cohort.read().notes().forEach(notes::add);
  }

  private void split() {
    ObjectNode to = root.putObject("split");
    to.put("fractions", Split.Fractions.DEFAULT.toString());
    to.put("seed", SplitCount.SEED);
    SplitCount.of(cohort).forEach((part, count) -> count(count, to.putObject(word(part))));
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
