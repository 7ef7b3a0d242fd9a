package org.trabecula.learning.evaluation;

import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.trabecula.validation.study.PredictionTable;
import org.trabecula.validation.study.StudyReport;
import org.trabecula.validation.study.ValidationStudy;

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
    writeTree(report.tree(), folder.resolve(name + ".json"));
  }

  /**
   * Writes the numbers of a validation into a folder, which is made if need be: {@code
   * validation.json} and {@code figures.csv} hold every figure, {@code validation.md} the short
   * form.
   */
  public static void write(ValidationStudy study, Path folder) throws IOException {
    Files.createDirectories(folder);
    writeTree(study.tree(), folder.resolve("validation.json"));
    Files.writeString(folder.resolve("figures.csv"), study.csv());
    Files.writeString(folder.resolve("validation.md"), study.brief().markdown());
  }

  private static void writeTree(Map<String, Object> tree, Path file) throws IOException {
    JsonMapper mapper = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
    Files.writeString(file, mapper.writeValueAsString(tree) + "\n");
  }
}
