package org.trabecula.validation.page.checklist;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/**
 * A reporting guideline, row by row.
 *
 * @param name for instance {@code STARD-AI}
 * @param scope which studies it is for
 * @param edition for instance {@code 2025}
 * @param source of the original
 * @param items how many numbered items the original has
 * @param version of this file
 * @param checked what numbers and topics were compared with
 * @param rows in the order of the original
 */
public record Checklist(
    String name,
    String scope,
    String edition,
    String source,
    int items,
    int version,
    String checked,
    List<Row> rows) {

  /**
   * An item or a part of one.
   *
   * @param item its number, for instance {@code 15a}
   * @param section of a paper
   * @param topic in a few words
   * @param asks what is asked, in our own words
   * @param sections of a study report that answer it; perhaps none
   * @param author what only the author can add; blank if nothing
   * @param verified whether number and topic were found in two sources
   */
  public record Row(
      String item,
      String section,
      String topic,
      String asks,
      List<String> sections,
      String author,
      boolean verified) {
    public Row {
      sections = List.copyOf(sections);
      if (sections.isEmpty() && author.isBlank()) {
        throw new IllegalArgumentException("Nobody answers item " + item);
      }
    }
  }

  public Checklist {
    rows = List.copyOf(rows);
  }

  /** STARD-AI 2025, TRIPOD+AI 2024 and the 2024 update of CLAIM. */
  public static List<Checklist> all() {
    return List.of(read("stard-ai"), read("tripod-ai"), read("claim"));
  }

  private static Checklist read(String file) {
    try (InputStream in = Checklist.class.getResourceAsStream(file + ".csv");
        BufferedReader reader =
            new BufferedReader(
                new InputStreamReader(Objects.requireNonNull(in, file), StandardCharsets.UTF_8))) {
      return parse(reader.lines().toList());
    } catch (IOException e) {
      throw new UncheckedIOException(file, e);
    }
  }

  /** Reads lines {@code # key: value}, then CSV with a header. */
  static Checklist parse(List<String> lines) throws IOException {
    Map<String, String> about = new HashMap<>();
    StringBuilder table = new StringBuilder();
    for (String line : lines) {
      int colon = line.indexOf(": ");
      if (line.startsWith("# ") && colon > 0) {
        about.put(line.substring(2, colon), line.substring(colon + 2));
      } else {
        table.append(line).append('\n');
      }
    }
    List<Row> rows = new ArrayList<>();
    CSVFormat format = CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();
    for (CSVRecord cells : format.parse(new StringReader(table.toString()))) {
      rows.add(row(cells));
    }
    return new Checklist(
        value(about, "name"),
        value(about, "for"),
        value(about, "edition"),
        value(about, "source"),
        Integer.parseInt(value(about, "items")),
        Integer.parseInt(value(about, "version")),
        value(about, "checked"),
        rows);
  }

  private static Row row(CSVRecord cells) {
    String report = cells.get("report");
    return new Row(
        cells.get("item"),
        cells.get("section"),
        cells.get("topic"),
        cells.get("asks"),
        report.isBlank() ? List.of() : List.of(report.split(" ")),
        cells.get("author"),
        cells.get("tag").equals("V"));
  }

  private static String value(Map<String, String> about, String key) {
    return Objects.requireNonNull(about.get(key), key);
  }
}
