package org.trabecula.cohort.pairing.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.trabecula.cohort.DataSheet;
import org.trabecula.cohort.pairing.PairedCohort;

/** Writes what a pairing leaves behind. */
public final class CohortFiles {
  private CohortFiles() {}

  /**
   * Writes manifest.csv, pairing.md, pairing.json, flow.svg and datasheet.md.
   *
   * @param folder that exists
   */
  public static void write(PairedCohort cohort, Path folder) throws IOException {
    cohort.manifest().write(folder.resolve("manifest.csv"));
    Files.writeString(folder.resolve("pairing.md"), PairingMarkdown.of(cohort));
    Files.writeString(folder.resolve("pairing.json"), PairingJson.of(cohort));
    Files.writeString(folder.resolve("flow.svg"), cohort.flow().svg(cohort.synthetic()));
    Files.writeString(
        folder.resolve("datasheet.md"),
        "# Data sheet\n\n" + DataSheet.of(cohort.manifest(), cohort.flow()).markdown());
  }

  /**
   * Writes which patient has which subject id, for the owner's eyes only where the file system can.
   * This file undoes the pseudonyms: it does not belong beside the cohort.
   */
  public static void writeLinks(PairedCohort cohort, Path file) throws IOException {
    List<String> lines = new ArrayList<>(List.of("patient,subject"));
    for (Map.Entry<String, String> link : cohort.links().entrySet()) {
      lines.add("\"%s\",%s".formatted(link.getKey().replace("\"", "\"\""), link.getValue()));
    }
    Files.deleteIfExists(file);
    if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      Files.createFile(
          file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    }
    Files.write(file, lines);
  }
}
