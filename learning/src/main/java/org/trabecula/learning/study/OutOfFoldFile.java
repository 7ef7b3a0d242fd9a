package org.trabecula.learning.study;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
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

/**
 * Keeps what was said of the participants of a fold, so that a study that was stopped need not
 * train it again. The first line is a comment that says what training it belongs to.
 */
final class OutOfFoldFile {
  private static final String COMMENT = "# ";
  private static final CSVFormat FORMAT =
      CSVFormat.RFC4180
          .builder()
          .setRecordSeparator('\n')
          .setCommentMarker('#')
          .setHeader("subject", "fold", "knowledge", "site", "mean", "sd")
          .setSkipHeaderRecord(true)
          .get();

  private OutOfFoldFile() {}

  /** Writes a fold; whoever reads the file never sees half of it. */
  static void write(Path file, String fingerprint, List<OutOfFold> all) throws IOException {
    StringBuilder text = new StringBuilder(COMMENT).append(fingerprint).append('\n');
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
    Path temporary = file.resolveSibling(file.getFileName() + ".tmp");
    Files.writeString(temporary, text);
    Files.move(temporary, file, StandardCopyOption.REPLACE_EXISTING);
  }

  /**
   * Reads a fold; empty if there is none yet, or one of another training.
   *
   * @throws IOException if the file cannot be read or holds anything else
   */
  static Optional<List<OutOfFold>> read(Path file, String fingerprint) throws IOException {
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    try (var lines = Files.lines(file)) {
      if (!lines.findFirst().orElse("").equals(COMMENT + fingerprint)) {
        return Optional.empty();
      }
    }
    try (Reader reader = Files.newBufferedReader(file);
        CSVParser parser = CSVParser.parse(reader, FORMAT)) {
      return Optional.of(parsed(parser));
    } catch (IllegalArgumentException e) {
      throw new IOException(
          "%s is damaged (%s); remove it to train the fold again".formatted(file, e.getMessage()),
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
