package org.trabecula.learning.study;

import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.trabecula.learning.evaluation.Against;
import org.trabecula.learning.evaluation.StudyFiles;
import org.trabecula.radiography.View;
import org.trabecula.validation.study.SiteEvaluation;
import org.trabecula.validation.study.StudyReport;

/**
 * What a reproduction found.
 *
 * @param origin what its figures can be traced back to, by name
 * @param sections one for each view, arm, knowledge and truth
 */
public record ReproductionReport(Map<String, String> origin, List<Section> sections) {
  /** The name of the files of the report. */
  public static final String NAME = "reproduce";

  /**
   * The figures of one arm for one view.
   *
   * @param sites evaluations of all sites
   */
  public record Section(
      View view, Arm arm, Knowledge knowledge, Against against, List<SiteEvaluation> sites) {
    public Section {
      sites = List.copyOf(sites);
    }

    /** What it is, in print. */
    public String title() {
      return "%s, %s, %s, against %s"
          .formatted(view.code(), arm.label(), knowledge.label(), against.label());
    }

    private String fileName() {
      return String.join(
              "-",
              view.code(),
              arm.name(),
              knowledge == Knowledge.AS_KNOWN ? "covariates" : "image",
              against == Against.MEASURED ? "dxa" : "exact")
          .toLowerCase(Locale.ROOT);
    }
  }

  public ReproductionReport {
    origin = Collections.unmodifiableMap(new LinkedHashMap<>(origin));
    sections = List.copyOf(sections);
  }

  /** The headline as Markdown. */
  public String markdown() {
    return ReproductionMarkdown.of(this);
  }

  /**
   * Writes {@code reproduce.md}, {@code reproduce.json} and, below {@code details}, every figure of
   * every section.
   */
  public void write(Path folder) throws IOException {
    Files.createDirectories(folder);
    Files.writeString(folder.resolve(NAME + ".md"), markdown());
    JsonMapper mapper = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
    Files.writeString(folder.resolve(NAME + ".json"), mapper.writeValueAsString(tree()) + "\n");
    for (Section section : sections) {
      StudyFiles.write(study(section), folder.resolve("details"), section.fileName());
    }
  }

  private StudyReport study(Section section) {
    return new StudyReport(
        new StudyReport.Heading("Reproduction: " + section.title(), true, origin), section.sites());
  }

  private Map<String, Object> tree() {
    List<Object> all = new ArrayList<>();
    for (Section section : sections) {
      Map<String, Object> one = new LinkedHashMap<>();
      one.put("view", section.view().code());
      one.put("arm", section.arm().label());
      one.put("knowledge", section.knowledge().label());
      one.put("against", section.against().label());
      one.put("study", study(section).tree());
      all.add(one);
    }
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("schema", "trabecula-reproduction/1");
    tree.put("synthetic", true);
    tree.put("origin", origin);
    tree.put("sections", all);
    return tree;
  }
}
