package org.trabecula.dicom.deidentify;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Table E.1-1 of PS3.15, from the file beside this class, which names its edition. */
public final class ConfidentialityTable {
  /** Edition of the standard that the table is taken from. */
  public static final String EDITION = "2025a";

  private static final ConfidentialityTable STANDARD = load();

  private final List<ConfidentialityRule> rules;
  private final List<ConfidentialityRule> patterns;
  private final Map<Integer, ConfidentialityRule> exact = new HashMap<>();

  private ConfidentialityTable(List<ConfidentialityRule> rules) {
    this.rules = rules;
    this.patterns = rules.stream().filter(rule -> !rule.isExact()).toList();
    rules.stream()
        .filter(ConfidentialityRule::isExact)
        .forEach(rule -> exact.put(rule.tag(), rule));
  }

  /** The table of the edition. */
  public static ConfidentialityTable standard() {
    return STANDARD;
  }

  /** All rows. */
  public List<ConfidentialityRule> rules() {
    return rules;
  }

  /** The row on a tag, if there is one. */
  public Optional<ConfidentialityRule> rule(int tag) {
    ConfidentialityRule rule = exact.get(tag);
    return rule != null
        ? Optional.of(rule)
        : patterns.stream().filter(pattern -> pattern.matches(tag)).findFirst();
  }

  private static ConfidentialityTable load() {
    try (InputStream in = ConfidentialityTable.class.getResourceAsStream("table-e1-1.tsv")) {
      if (in == null) {
        throw new IllegalStateException("table-e1-1.tsv is not beside the class");
      }
      BufferedReader reader =
          new BufferedReader(new InputStreamReader(in, StandardCharsets.US_ASCII));
      try (Stream<String> lines = reader.lines()) {
        return new ConfidentialityTable(
            lines
                .filter(line -> !line.startsWith("#") && !line.startsWith("tag\t"))
                .map(ConfidentialityRule::parse)
                .toList());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
