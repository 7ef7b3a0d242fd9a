package org.trabecula.cohort;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.trabecula.densitometry.Site;
import org.trabecula.radiography.Laterality;

/** Writes {@code manifest.csv}. Numbers are written so that they are read back exactly. */
final class ManifestWriter {
  static final CSVFormat FORMAT = CSVFormat.RFC4180.builder().setRecordSeparator('\n').get();

  private ManifestWriter() {}

  static void write(Manifest manifest, Path file) throws IOException {
    Path target = file.toAbsolutePath();
    Path folder = target.getParent();
    if (folder == null) {
      throw new IOException(file + " is not a file name");
    }
    Path temporary = Files.createTempFile(folder, "manifest", ".tmp");
    try {
      try (FileChannel channel = FileChannel.open(temporary, StandardOpenOption.WRITE)) {
        ByteBuffer bytes = ByteBuffer.wrap(text(manifest).getBytes(StandardCharsets.UTF_8));
        while (bytes.hasRemaining()) {
          channel.write(bytes);
        }
        channel.force(true);
      }
      Files.move(temporary, target, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(temporary);
    }
  }

  static String text(Manifest manifest) {
    Set<String> extras = new LinkedHashSet<>();
    manifest.rows().forEach(row -> extras.addAll(row.extras().keySet()));
    List<String> header = new ArrayList<>(ManifestColumns.ALL);
    header.addAll(extras);
    StringBuilder text = new StringBuilder();
    try (CSVPrinter printer = new CSVPrinter(text, FORMAT)) {
      printer.printRecord(header);
      for (Manifest.Row row : manifest.rows()) {
        printer.printRecord(cells(row, extras));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("A StringBuilder does not fail", e);
    }
    return text.toString();
  }

  private static List<String> cells(Manifest.Row row, Set<String> extras) {
    List<String> cells = new ArrayList<>();
    cells.add(row.subjectId());
    cells.add(path(row.image()));
    cells.add(row.view().code());
    cells.add(row.laterality() == Laterality.UNKNOWN ? "" : lower(row.laterality()));
    cells.add(row.subject().sex().map(ManifestWriter::lower).orElse(""));
    cells.add(number(row.subject().ageYears()));
    cells.add(number(row.subject().heightCm()));
    cells.add(number(row.subject().weightKg()));
    cells.add(lower(row.scale()));
    cells.add(Boolean.toString(row.synthetic()));
    for (Site site : Site.values()) {
      cells.add(number(row.densities().measured(site)));
      cells.add(number(row.densities().exact(site)));
    }
    cells.add(path(row.truth().map()));
    cells.add(path(row.truth().regions()));
    cells.add(number(row.truth().mapRowsPerImageRow()));
    cells.add(row.exclusion().orElse(""));
    extras.forEach(extra -> cells.add(row.extras().getOrDefault(extra, "")));
    return cells;
  }

  private static String number(OptionalDouble value) {
    return value.isPresent() ? Double.toString(value.getAsDouble()) : "";
  }

  private static String path(Optional<Path> path) {
    return path.map(ManifestWriter::path).orElse("");
  }

  /** The same on every system: parts are separated by a slash. */
  private static String path(Path path) {
    return path.toString().replace('\\', '/');
  }

  private static String lower(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
