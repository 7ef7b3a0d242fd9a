package org.trabecula.cohort;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
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
 * @param summaries age, height, weight, and the density of each site that is there at all
 * @param sha256 of the manifest
 */
public record DataSheet(
    boolean synthetic,
    FlowDiagram flow,
    int women,
    int men,
    int sexUnknown,
    List<Summary> summaries,
    String sha256) {

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
  }

  /** Describes the included rows of a manifest. */
  public static DataSheet of(Manifest manifest) {
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
    int women = count(first, Optional.of(Sex.FEMALE));
    int men = count(first, Optional.of(Sex.MALE));
    return new DataSheet(
        manifest.synthetic(),
        FlowDiagram.of(manifest),
        women,
        men,
        first.size() - women - men,
        summaries,
        manifest.sha256());
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
    return text.append("\nManifest SHA-256 ").append(sha256).append("\n").toString();
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
