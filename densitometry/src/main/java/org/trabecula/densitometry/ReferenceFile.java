package org.trabecula.densitometry;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.trabecula.densitometry.ReferencePopulation.AgeGroup;
import org.trabecula.densitometry.ReferencePopulation.AgeRange;
import org.trabecula.densitometry.ReferencePopulation.Comparison;
import org.trabecula.densitometry.ReferencePopulation.Heading;
import org.trabecula.densitometry.ReferencePopulation.YoungAdults;

/**
 * Reads a reference file: lines {@code key = value}, then a table with the columns {@link
 * #COLUMNS}. Lines that start with {@code #} and empty lines are skipped; the last column may hold
 * commas.
 */
final class ReferenceFile {
  static final String FORMAT = "trabecula-reference/1";
  static final List<String> COLUMNS =
      List.of("kind", "site", "sex", "age_from", "age_to", "scale", "mean", "sd", "tag", "source");
  private static final List<String> REQUIRED =
      List.of("format", "id", "name", "version", "compared_with");
  private static final List<String> KEYS =
      List.of("format", "id", "name", "version", "compared_with", "age_curves", "note");

  private final String origin;
  private final Map<String, String> keys = new LinkedHashMap<>();
  private final List<YoungAdults> youngAdults = new ArrayList<>();
  private final List<AgeGroup> ageGroups = new ArrayList<>();
  private int line;
  private boolean inTable;

  private ReferenceFile(String origin) {
    this.origin = origin;
  }

  static ReferencePopulation parse(BufferedReader reader, String origin) throws IOException {
    ReferenceFile file = new ReferenceFile(origin);
    for (String text = reader.readLine(); text != null; text = reader.readLine()) {
      file.line++;
      file.accept(text.strip());
    }
    return file.finish();
  }

  private void accept(String text) throws MalformedReferenceException {
    if (text.isEmpty() || text.startsWith("#")) {
      return;
    }
    if (inTable) {
      acceptRow(text);
    } else if (text.startsWith("kind,")) {
      if (!Arrays.asList(text.split(",", -1)).equals(COLUMNS)) {
        throw malformed("the columns are not " + String.join(",", COLUMNS));
      }
      inTable = true;
    } else {
      acceptKey(text);
    }
  }

  private void acceptKey(String text) throws MalformedReferenceException {
    int equals = text.indexOf('=');
    if (equals < 0) {
      throw malformed("neither 'key = value' nor the table's header: '%s'".formatted(text));
    }
    String key = text.substring(0, equals).strip();
    if (!KEYS.contains(key)) {
      throw malformed("unknown key '%s'; there are %s".formatted(key, KEYS));
    }
    if (keys.put(key, text.substring(equals + 1).strip()) != null) {
      throw malformed("key '%s' is given twice".formatted(key));
    }
  }

  private void acceptRow(String text) throws MalformedReferenceException {
    String[] cells = text.split(",", COLUMNS.size());
    if (cells.length < COLUMNS.size()) {
      throw malformed("%d cells instead of %d".formatted(cells.length, COLUMNS.size()));
    }
    Row row = new Row(cells);
    Site site = row.site();
    Sex sex = row.choice("sex", Sex.values());
    AgeRange ages = row.ages();
    ReferenceValue value =
        new ReferenceValue(
            row.positive("mean"),
            row.positive("sd"),
            row.choice("scale", ScannerScale.values()),
            row.evidence());
    switch (row.text("kind")) {
      case "young-adult" -> add(new YoungAdults(site, sex, ages, value));
      case "by-age" -> add(new AgeGroup(site, sex, ages, value));
      default -> throw malformed("kind '%s' is neither young-adult nor by-age".formatted(cells[0]));
    }
  }

  private void add(YoungAdults row) throws MalformedReferenceException {
    for (YoungAdults other : youngAdults) {
      if (other.site() == row.site()
          && other.sex() == row.sex()
          && other.value().scale() == row.value().scale()) {
        throw malformed(
            "young adults of %s %s on scale %s are given twice"
                .formatted(row.sex(), row.site().label(), row.value().scale()));
      }
    }
    youngAdults.add(row);
  }

  private void add(AgeGroup row) throws MalformedReferenceException {
    for (AgeGroup other : ageGroups) {
      boolean same = other.site() == row.site() && other.sex() == row.sex();
      if (same && other.value().scale() != row.value().scale()) {
        throw malformed("an age curve changes its scale");
      }
      if (same
          && other.ages().from() <= row.ages().to()
          && row.ages().from() <= other.ages().to()) {
        throw malformed("the ages overlap those of an earlier row");
      }
    }
    ageGroups.add(row);
  }

  private ReferencePopulation finish() throws IOException {
    for (String key : REQUIRED) {
      if (keys.getOrDefault(key, "").isEmpty()) {
        throw malformed("key '%s' is missing".formatted(key));
      }
    }
    if (!FORMAT.equals(keys.get("format"))) {
      throw malformed("format '%s' is not %s".formatted(keys.get("format"), FORMAT));
    }
    if (youngAdults.isEmpty() && ageGroups.isEmpty()) {
      throw malformed("the table is missing or empty");
    }
    List<AgeGroup> curves = new ArrayList<>(ageGroups);
    String shared = keys.get("age_curves");
    if (shared != null) {
      addShared(shared, curves);
    }
    return new ReferencePopulation(heading(), youngAdults, curves);
  }

  /** Curves of the file itself go before those that it shares. */
  private void addShared(String id, List<AgeGroup> curves) throws MalformedReferenceException {
    if (!"nhanes-by-age".equals(id)) {
      throw malformed("age_curves '%s' is not nhanes-by-age".formatted(id));
    }
    for (AgeGroup row : ReferencePopulation.builtIn(id).ageGroups()) {
      boolean own =
          ageGroups.stream().anyMatch(o -> o.site() == row.site() && o.sex() == row.sex());
      if (!own) {
        curves.add(row);
      }
    }
  }

  private Heading heading() throws MalformedReferenceException {
    Comparison comparison =
        switch (keys.getOrDefault("compared_with", "")) {
          case "women" -> Comparison.WOMEN;
          case "own-sex" -> Comparison.OWN_SEX;
          default ->
              throw malformed(
                  "compared_with '%s' is neither women nor own-sex"
                      .formatted(keys.get("compared_with")));
        };
    return new Heading(
        keys.getOrDefault("id", ""),
        keys.getOrDefault("name", ""),
        keys.getOrDefault("version", ""),
        comparison,
        keys.getOrDefault("note", ""));
  }

  private MalformedReferenceException malformed(String problem) {
    return new MalformedReferenceException(origin, line, problem);
  }

  /** The cells of one line, by column. */
  private final class Row {
    private final String[] cells;

    Row(String[] cells) {
      this.cells = cells;
    }

    String text(String column) {
      return cells[COLUMNS.indexOf(column)].strip();
    }

    Site site() throws MalformedReferenceException {
      try {
        return Site.of(text("site"));
      } catch (IllegalArgumentException e) {
        throw wrong("site", "a site");
      }
    }

    <E extends Enum<E>> E choice(String column, E[] values) throws MalformedReferenceException {
      for (E value : values) {
        if (value.name().equals(text(column).toUpperCase(Locale.ROOT))) {
          return value;
        }
      }
      throw wrong(column, "one of " + Arrays.toString(values));
    }

    AgeRange ages() throws MalformedReferenceException {
      int from = (int) number("age_from");
      int to = (int) number("age_to");
      if (from < 0 || to < from || to > 130) {
        throw wrong("age_to", "an age of at least age_from and at most 130 years");
      }
      return new AgeRange(from, to);
    }

    double positive(String column) throws MalformedReferenceException {
      double value = number(column);
      if (!(value > 0 && value < 10)) {
        throw wrong(column, "a density in g/cm2 within 0 to 10");
      }
      return value;
    }

    private double number(String column) throws MalformedReferenceException {
      try {
        return Double.parseDouble(text(column));
      } catch (NumberFormatException e) {
        throw wrong(column, "a number");
      }
    }

    Evidence evidence() throws MalformedReferenceException {
      if (text("source").isEmpty()) {
        throw wrong("source", "the name of a source");
      }
      for (Evidence.Strength strength : Evidence.Strength.values()) {
        if (strength.tag().equals(text("tag"))) {
          return new Evidence(strength, text("source"));
        }
      }
      throw wrong("tag", "V (verified), D (derived) or M (unverified)");
    }

    private MalformedReferenceException wrong(String column, String wanted) {
      return malformed("column %s is '%s', not %s".formatted(column, text(column), wanted));
    }
  }
}
