package org.trabecula.learning.study;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.CSVRecord;
import org.trabecula.densitometry.Site;
import org.trabecula.learning.study.OutOfFold.Distribution;
import org.trabecula.learning.training.KeptText;

/**
 * Keeps what was said of the participants of a fold, so that a study that was stopped need not
 * train it again. The first line is a comment that says what training it belongs to.
 */
final class OutOfFoldFile {
  private static final CSVFormat FORMAT =
      CSVFormat.RFC4180
          .builder()
          .setRecordSeparator('\n')
          .setHeader("subject", "fold", "knowledge", "site", "mean", "sd")
          .setSkipHeaderRecord(true)
          .get();

  private OutOfFoldFile() {}

  /** Writes a fold. */
  static void write(KeptText kept, List<OutOfFold> all) throws IOException {
    StringBuilder text = new StringBuilder();
    try (CSVPrinter printer =
        new CSVPrinter(text, FORMAT.builder().setSkipHeaderRecord(false).get())) {
      for (OutOfFold one : all) {
        for (Knowledge knowledge : Knowledge.values()) {
          for (Site site : Site.values()) {
            Distribution said = one.of(knowledge, site);
            printer.printRecord(
                one.subjectId(), one.fold(), knowledge, site.label(), said.mean(), said.sd());
          }
        }
      }
    }
    kept.write(text);
  }

  /**
   * Reads a fold; empty if there is none yet, or one of another training.
   *
   * @throws IOException if the file cannot be read or holds anything else
   */
  static Optional<List<OutOfFold>> read(KeptText kept) throws IOException {
    Optional<String> text = kept.read();
    if (text.isEmpty()) {
      return Optional.empty();
    }
    try (CSVParser parser = CSVParser.parse(text.get(), FORMAT)) {
      return Optional.of(parsed(parser));
    } catch (IllegalArgumentException e) {
      throw new IOException(
          "%s is damaged (%s); remove it to train the fold again"
              .formatted(kept.file(), e.getMessage()),
          e);
    }
  }

  private static List<OutOfFold> parsed(CSVParser parser) {
    record Who(String subject, int fold) {}
    Map<Who, Map<Knowledge, Map<Site, Distribution>>> all = new LinkedHashMap<>();
    for (CSVRecord cells : parser) {
      all.computeIfAbsent(
              new Who(cells.get("subject"), Integer.parseInt(cells.get("fold"))),
              who -> new EnumMap<>(Knowledge.class))
          .computeIfAbsent(
              Knowledge.valueOf(cells.get("knowledge")), k -> new EnumMap<>(Site.class))
          .put(
              Site.of(cells.get("site")),
              new Distribution(
                  Double.parseDouble(cells.get("mean")), Double.parseDouble(cells.get("sd"))));
    }
    List<OutOfFold> read = new ArrayList<>();
    all.forEach((who, said) -> read.add(new OutOfFold(who.subject(), who.fold(), said)));
    return read;
  }
}
