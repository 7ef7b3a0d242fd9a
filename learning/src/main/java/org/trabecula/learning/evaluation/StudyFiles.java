package org.trabecula.learning.evaluation;

import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.trabecula.validation.study.PredictionTable;
import org.trabecula.validation.study.StudyReport;

/** Writes what a study found: Markdown to read, JSON and CSV to reckon with. */
public final class StudyFiles {
  private StudyFiles() {}

  /** Writes predictions as {@code NAME.csv} into a folder, which is made if need be. */
  public static void write(PredictionTable table, Path folder, String name) throws IOException {
    Files.createDirectories(folder);
    Files.writeString(folder.resolve(name + ".csv"), table.text());
  }

  /** Writes {@code NAME.md} and {@code NAME.json} into a folder, which is made if need be. */
  public static void write(StudyReport report, Path folder, String name) throws IOException {
    Files.createDirectories(folder);
    Files.writeString(folder.resolve(name + ".md"), report.markdown());
    JsonMapper mapper = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
    Files.writeString(
        folder.resolve(name + ".json"), mapper.writeValueAsString(report.tree()) + "\n");
  }
}
