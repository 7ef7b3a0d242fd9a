package org.trabecula.cohort.pairing.dxa;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.trabecula.cohort.pairing.sheet.MalformedTableException;
import org.trabecula.cohort.pairing.sheet.Sheet;
import org.trabecula.densitometry.ScannerScale;
import org.trabecula.densitometry.Site;

/**
 * Which column of a DXA table holds what: lines {@code key = value} in UTF-8, {@code #} starts a
 * comment. {@code docs/pairing.md} lists the keys.
 */
public final class ColumnMapping {
  /** Keys whose value is a column. */
  private static final Set<String> COLUMNS =
      Set.of(
          "patient",
          "date",
          "scan",
          "region",
          "bmd",
          "unit.column",
          "scale.column",
          "scanner",
          "sex",
          "age",
          "birth",
          "height",
          "weight",
          "side");

  /** Keys whose value is a word. */
  private static final Set<String> WORDS =
      Set.of(
          "date.format",
          "unit",
          "scale",
          "height.unit",
          "weight.unit",
          "sheet",
          "delimiter",
          "decimal");

  /** The first of these that a table has is used where no mapping is given. */
  private static final Map<String, List<String>> USUAL =
      Map.ofEntries(
          Map.entry("patient", List.of("patient", "patient_id", "subject")),
          Map.entry("date", List.of("date", "scan_date", "dxa_date")),
          Map.entry("scale.column", List.of("scale")),
          Map.entry("scanner", List.of("scanner")),
          Map.entry("sex", List.of("sex")),
          Map.entry("age", List.of("age_years", "age")),
          Map.entry("height", List.of("height_cm")),
          Map.entry("weight", List.of("weight_kg")),
          Map.entry("side", List.of("side", "laterality")),
          Map.entry("scan", List.of("scan")),
          Map.entry("region", List.of("region")),
          Map.entry("bmd", List.of("bmd")),
          Map.entry("unit.column", List.of("unit")));

  private final String name;
  private final Map<String, String> values;

  private ColumnMapping(String name, Map<String, String> values) throws MalformedTableException {
    this.name = name;
    this.values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    checkPresence();
    checkWords();
  }

  /** Reads a mapping file. */
  public static ColumnMapping read(Path file) throws IOException {
    return of(file.toString(), Files.readString(file));
  }

  /**
   * Understands the text of a mapping.
   *
   * @param name for messages
   */
  public static ColumnMapping of(String name, String text) throws MalformedTableException {
    Map<String, String> values = new LinkedHashMap<>();
    List<String> lines = text.lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i).replace("\uFEFF", "").strip();
      if (line.isEmpty() || line.startsWith("#")) {
        continue;
      }
      int equals = line.indexOf('=');
      String key = equals < 0 ? line : line.substring(0, equals).strip();
      if (equals < 0 || !known(key)) {
        throw new MalformedTableException(
            "%s, line %d: '%s' is no key of a mapping; docs/pairing.md lists them."
                .formatted(name, i + 1, key));
      }
      if (values.put(key, line.substring(equals + 1).strip()) != null) {
        throw new MalformedTableException(
            "%s, line %d: '%s' is there twice; take one out.".formatted(name, i + 1, key));
      }
    }
    return new ColumnMapping(name, values);
  }

  /** The mapping of a table whose columns carry our own names. */
  static ColumnMapping standard(Sheet sheet, Optional<ScannerScale> scale)
      throws MalformedTableException {
    Map<String, String> values = new LinkedHashMap<>();
    USUAL.forEach((key, names) ->
        names.stream().filter(sheet::has).findFirst().ifPresent(c -> values.put(key, c)));
    if (scale.isPresent() && !values.containsKey("scale.column")) {
      values.put("scale", scale.get().name().toLowerCase(Locale.ROOT));
    }
    for (Site site : Site.values()) {
      for (String side : List.of("", "left.", "right.")) {
        String column = "bmd:" + side + site.label();
        if (sheet.has(column)) {
          values.put("bmd." + side + site.label(), column);
        }
      }
    }
    return new ColumnMapping(
        "%s, which is read without a mapping file,".formatted(sheet.name()), values);
  }

  private static boolean known(String key) {
    return COLUMNS.contains(key) || WORDS.contains(key) || SiteColumn.of(key, "").isPresent();
  }

  private void checkPresence() throws MalformedTableException {
    require(values.containsKey("patient"), "names no column for 'patient'");
    boolean tall = values.containsKey("region") && values.containsKey("bmd");
    require(tall || !siteColumns().isEmpty(), "names no column with densities");
    require(
        values.containsKey("scale") || values.containsKey("scale.column"),
        "does not say the scanner's scale ('scale' or 'scale.column')");
  }

  private void checkWords() throws MalformedTableException {
    oneOf("unit", "g/cm2", "mg/cm2");
    oneOf("height.unit", "cm", "m", "in");
    oneOf("weight.unit", "kg", "lb");
    oneOf("decimal", ".", ",");
    require(
        !values.containsKey("scale") || scale().isPresent(),
        "has scale = %s, which is none of hologic, lunar, norland, standardised"
            .formatted(values.get("scale")));
    String delimiter = values.getOrDefault("delimiter", ",");
    require(
        delimiter.equals("tab") || delimiter.length() == 1, "has a delimiter of several letters");
    for (String pattern : patterns()) {
      try {
        formatter(pattern);
      } catch (IllegalArgumentException e) {
        throw new MalformedTableException(
            "%s has date.format = %s, which is no pattern such as dd.MM.yyyy."
                .formatted(name, pattern));
      }
    }
  }

  private void oneOf(String key, String... allowed) throws MalformedTableException {
    String value = values.get(key);
    require(
        value == null || List.of(allowed).contains(value),
        "has %s = %s, which is none of %s".formatted(key, value, List.of(allowed)));
  }

  private void require(boolean condition, String otherwise) throws MalformedTableException {
    if (!condition) {
      throw new MalformedTableException(
          "%s %s; correct the mapping (docs/pairing.md).".formatted(name, otherwise));
    }
  }

  /**
   * @throws MalformedTableException if the table lacks a column that is named
   */
  void check(Sheet sheet) throws MalformedTableException {
    for (Map.Entry<String, String> entry : values.entrySet()) {
      if (!WORDS.contains(entry.getKey()) && !sheet.has(entry.getValue())) {
        throw new MalformedTableException(
            "%s has no column '%s', which %s names for '%s'; its columns are %s."
                .formatted(sheet.name(), entry.getValue(), name, entry.getKey(), sheet.header()));
      }
    }
  }

  /** The value of a key. */
  Optional<String> get(String key) {
    return Optional.ofNullable(values.get(key));
  }

  /** The columns that hold one site each. */
  List<SiteColumn> siteColumns() {
    List<SiteColumn> columns = new ArrayList<>();
    values.forEach((key, column) -> SiteColumn.of(key, column).ifPresent(columns::add));
    return columns;
  }

  /** The scale of all rows, if it is fixed. */
  Optional<ScannerScale> scale() {
    String word = values.getOrDefault("scale", "").toLowerCase(Locale.ROOT);
    for (ScannerScale scale : ScannerScale.values()) {
      if (scale.name().toLowerCase(Locale.ROOT).equals(word)) {
        return Optional.of(scale);
      }
    }
    return Optional.empty();
  }

  /** How dates are written; several patterns are tried in order. */
  List<DateTimeFormatter> dates() {
    return patterns().stream().map(ColumnMapping::formatter).toList();
  }

  private List<String> patterns() {
    return List.of(values.getOrDefault("date.format", "yyyy-MM-dd").split("\\s*\\|\\s*", -1));
  }

  /** Strict, so that the 31st of June is no date; {@code y} of a year is what people mean. */
  private static DateTimeFormatter formatter(String pattern) {
    return DateTimeFormatter.ofPattern(pattern.replace('y', 'u'), Locale.ENGLISH)
        .withResolverStyle(ResolverStyle.STRICT);
  }

  Sheet.Format format() {
    Optional<Character> delimiter =
        get("delimiter").map(word -> word.equals("tab") ? '\t' : word.charAt(0));
    return new Sheet.Format(get("sheet"), delimiter);
  }
}
