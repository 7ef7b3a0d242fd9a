package org.trabecula.cohort;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.function.Function;
import org.trabecula.densitometry.Sex;
import org.trabecula.densitometry.Site;

/**
 * What a reader wants to know of a cohort: who is in it, what was measured, what is missing.
 * Subjects count once, by their first row.
 *
 * @param synthetic whether any radiograph is simulated
 * @param flow who was left out
 * @param women how many
 * @param men how many
 * @param sexUnknown how many
 * @param summaries age, height, weight, the density of each site that is there at all, and the days
 *     between radiograph and DXA where the manifest has them
 * @param tallies how many radiographs there are of each kind: views, scanners, devices and looks
 * @param sha256 of the manifest
 */
public record DataSheet(
    boolean synthetic,
    FlowDiagram flow,
    int women,
    int men,
    int sexUnknown,
    List<Summary> summaries,
    List<Tally> tallies,
    String sha256) {
  /** Extra columns that are counted where a manifest has them, with their heading. */
  private static final Map<String, String> COUNTED = counted();

  /** The extra column with the days from radiograph to DXA. */
  private static final String DXA_DAYS = "dxa_days";

  private static final String MISSING = "(missing)";

  private static Map<String, String> counted() {
    Map<String, String> counted = new LinkedHashMap<>();
    counted.put("scanner", "DXA scanner");
    counted.put("device", "X-ray device");
    counted.put("station", "X-ray station");
    counted.put("look", "look of the film");
    return counted;
  }

  /**
   * How many radiographs there are of each kind.
   *
   * @param name of what is counted
   * @param counts by kind, the most frequent first
   */
  public record Tally(String name, Map<String, Integer> counts) {
    public Tally {
      counts = Collections.unmodifiableMap(new LinkedHashMap<>(counts));
    }

    static Tally of(String name, List<String> kinds) {
      Map<String, Integer> counts = new TreeMap<>();
      kinds.forEach(kind -> counts.merge(kind.isBlank() ? MISSING : kind, 1, Integer::sum));
      Map<String, Integer> sorted = new LinkedHashMap<>();
      counts.entrySet().stream()
          .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
          .forEach(entry -> sorted.put(entry.getKey(), entry.getValue()));
      return new Tally(name, sorted);
    }
  }

  /**
   * A quantity over the subjects.
   *
   * @param name with unit
   * @param known for how many subjects
   * @param missing for how many subjects
   * @param distribution of the known values; empty if there is none
   */
  public record Summary(String name, int known, int missing, Optional<Distribution> distribution) {}

  /**
   * A distribution in brief.
   *
   * @param sd standard deviation; empty for a single value
   */
  public record Distribution(
      double mean, OptionalDouble sd, double least, double median, double greatest) {

    static Distribution of(double[] values) {
      double[] sorted = values.clone();
      Arrays.sort(sorted);
      int n = sorted.length;
      double mean = Arrays.stream(sorted).average().orElse(0);
      double squares = Arrays.stream(sorted).map(v -> (v - mean) * (v - mean)).sum();
      return new Distribution(
          mean,
          n < 2 ? OptionalDouble.empty() : OptionalDouble.of(Math.sqrt(squares / (n - 1))),
          sorted[0],
          (sorted[(n - 1) / 2] + sorted[n / 2]) / 2,
          sorted[n - 1]);
    }
  }

  public DataSheet {
    summaries = List.copyOf(summaries);
    tallies = List.copyOf(tallies);
  }

  /** Describes the included rows of a manifest. */
  public static DataSheet of(Manifest manifest) {
    return of(manifest, FlowDiagram.of(manifest));
  }

  /** Describes the included rows of a manifest whose flow began before it. */
  public static DataSheet of(Manifest manifest, FlowDiagram flow) {
    List<Manifest.Row> first = firstRows(manifest.included());
    List<Summary> summaries = new ArrayList<>();
    summaries.add(summary("age years", first, row -> row.subject().ageYears()));
    summaries.add(summary("height cm", first, row -> row.subject().heightCm()));
    summaries.add(summary("weight kg", first, row -> row.subject().weightKg()));
    for (Site site : Site.values()) {
      Summary measured =
          summary("BMD " + site.label() + " g/cm2", first, row -> row.densities().measured(site));
      if (measured.known > 0) {
        summaries.add(measured);
      }
    }
    if (has(manifest, DXA_DAYS)) {
      summaries.add(
          summary(
              "days from film to DXA", manifest.included().rows(), row -> whole(row, DXA_DAYS)));
    }
    int women = count(first, Optional.of(Sex.FEMALE));
    int men = count(first, Optional.of(Sex.MALE));
    return new DataSheet(
        manifest.synthetic(),
        flow,
        women,
        men,
        first.size() - women - men,
        summaries,
        tallies(manifest),
        manifest.sha256());
  }

  private static List<Tally> tallies(Manifest manifest) {
    List<Manifest.Row> rows = manifest.included().rows();
    List<Tally> tallies = new ArrayList<>();
    tallies.add(Tally.of("view", rows.stream().map(row -> row.view().code()).toList()));
    tallies.add(
        Tally.of(
            "scale of the densities",
            rows.stream()
                .filter(row -> !row.densities().isEmpty())
                .map(row -> row.scale().name().toLowerCase(Locale.ROOT))
                .toList()));
    COUNTED.forEach((column, name) -> {
      if (has(manifest, column)) {
        tallies.add(
            Tally.of(
                name, rows.stream().map(row -> row.extras().getOrDefault(column, "")).toList()));
      }
    });
    return tallies;
  }

  private static boolean has(Manifest manifest, String extra) {
    return manifest.rows().stream().anyMatch(row -> row.extras().containsKey(extra));
  }

  private static OptionalDouble whole(Manifest.Row row, String extra) {
    String text = row.extras().getOrDefault(extra, "");
    return text.matches("-?\\d{1,9}")
        ? OptionalDouble.of(Integer.parseInt(text))
        : OptionalDouble.empty();
  }

  /** The sheet as Markdown. */
  public String markdown() {
    StringBuilder text = new StringBuilder();
    if (synthetic) {
      text.append("This cohort is **synthetic**.\n\n");
    }
    text.append(flow.markdown()).append('\n');
    text.append(
        String.format(
            Locale.ROOT, "%d women, %d men, %d of unknown sex.\n\n", women, men, sexUnknown));
    text.append("| quantity | known | missing | mean | SD | least | median | greatest |\n");
    text.append("|---|---|---|---|---|---|---|---|\n");
    summaries.forEach(summary -> text.append(line(summary)));
    tallies.forEach(tally -> text.append('\n').append(table(tally)));
    return text.append("\nManifest SHA-256 ").append(sha256).append("\n").toString();
  }

  private static String table(Tally tally) {
    StringBuilder text =
        new StringBuilder("| %s | radiographs |\n|---|---|\n".formatted(tally.name));
    tally.counts.forEach(
        (kind, count) -> text.append("| %s | %d |\n".formatted(kind.replace("|", "\\|"), count)));
    return text.toString();
  }

  private static String line(Summary summary) {
    String head =
        String.format(
            Locale.ROOT, "| %s | %d | %d |", summary.name, summary.known, summary.missing);
    return head
        + summary
            .distribution
            .map(d ->
                String.format(
                    Locale.ROOT,
                    " %.3f | %s | %.3f | %.3f | %.3f |\n",
                    d.mean,
                    d.sd.isPresent() ? String.format(Locale.ROOT, "%.3f", d.sd.getAsDouble()) : "-",
                    d.least,
                    d.median,
                    d.greatest))
            .orElse(" - | - | - | - | - |\n");
  }

  private static List<Manifest.Row> firstRows(Manifest manifest) {
    Map<String, Manifest.Row> first = new LinkedHashMap<>();
    manifest.rows().forEach(row -> first.putIfAbsent(row.subjectId(), row));
    return List.copyOf(first.values());
  }

  private static int count(List<Manifest.Row> rows, Optional<Sex> sex) {
    return (int) rows.stream().filter(row -> row.subject().sex().equals(sex)).count();
  }

  private static Summary summary(
      String name, List<Manifest.Row> rows, Function<Manifest.Row, OptionalDouble> of) {
    double[] values = rows.stream().map(of).flatMapToDouble(OptionalDouble::stream).toArray();
    return new Summary(
        name,
        values.length,
        rows.size() - values.length,
        values.length == 0 ? Optional.empty() : Optional.of(Distribution.of(values)));
  }
}
