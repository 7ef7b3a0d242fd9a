package org.trabecula.learning.labelled;

import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.trabecula.validation.Bootstrap;
import org.trabecula.validation.Statistic;

/** The outcome of a study: every arm's figures, and what the image adds to each baseline. */
public final class LabelReport {
  private final Study study;
  private final List<Measure> measures;
  private final Map<Arm, Map<Measure, Statistic>> figures = new EnumMap<>(Arm.class);
  private final List<Difference> differences = new ArrayList<>();

  /**
   * What was studied.
   *
   * @param request what was asked for
   * @param settings how
   * @param set the films
   * @param folds which were held out together
   */
  record Study(LabelStudy.Request request, StudySettings settings, StudySet set, Folds folds) {}

  /**
   * What an arm that sees the image gains over one that does not.
   *
   * @param arm that sees it
   * @param baseline that does not
   * @param figures arm less baseline, by measure
   */
  record Difference(Arm arm, Arm baseline, Map<Measure, Statistic> figures) {
    Difference {
      figures = Collections.unmodifiableMap(new LinkedHashMap<>(figures));
    }

    Statistic of(Measure measure) {
      return Optional.ofNullable(figures.get(measure)).orElseThrow();
    }
  }

  private LabelReport(Study study) {
    this.study = study;
    this.measures = Measure.of(study.set().classes(), study.request().positive());
  }

  static LabelReport of(Study study, Map<Arm, Judged> judged) {
    LabelReport report = new LabelReport(study);
    Bootstrap bootstrap = study.request().bootstrap();
    judged.forEach((arm, answers) -> {
      Map<Measure, Statistic> own = new LinkedHashMap<>();
      for (Measure measure : report.measures) {
        // The mean of the other folds is low where the held-out fold is high: an order by it is
        // an artefact of the pooling.
        own.put(
            measure,
            arm.ranks() || !measure.isOfOrder()
                ? measure.of(answers, bootstrap)
                : Statistic.undefined("one answer for all films of a fold"));
      }
      report.figures.put(arm, own);
      judged.forEach((baseline, others) -> {
        if (arm.seesImage() && baseline.isBaseline()) {
          report.differences.add(
              new Difference(arm, baseline, report.differences(answers, others, bootstrap)));
        }
      });
    });
    return report;
  }

  private Map<Measure, Statistic> differences(Judged arm, Judged other, Bootstrap bootstrap) {
    Map<Measure, Statistic> all = new LinkedHashMap<>();
    measures.forEach(measure -> all.put(measure, measure.difference(arm, other, bootstrap)));
    return all;
  }

  Study study() {
    return study;
  }

  List<Measure> measures() {
    return measures;
  }

  Map<Arm, Map<Measure, Statistic>> figures() {
    return Collections.unmodifiableMap(figures);
  }

  List<Difference> differences() {
    return Collections.unmodifiableList(differences);
  }

  /** By which the image is judged: named here, before any figure is known. */
  List<Measure> primary() {
    return List.of(
        new Measure.MeanAbsoluteError(), new Measure.ClassArea(study.request().positive()));
  }

  /** What a measure says of an arm with image and covariates against all that has no image. */
  Verdict verdict(Arm arm, Measure measure) {
    return Verdict.ofAll(
        differences.stream()
            .filter(d -> d.arm() == arm)
            .map(d -> Verdict.of(measure, d.of(measure)))
            .toList());
  }

  /** The arms that must show whether the image adds anything. */
  List<Arm> tried() {
    return figures.keySet().stream().filter(a -> a.seesImage() && a.seesCovariates()).toList();
  }

  /** One plain sentence: whether the image adds anything. */
  public String verdict() {
    List<String> gains = new ArrayList<>();
    List<String> losses = new ArrayList<>();
    for (Arm arm : tried()) {
      for (Measure measure : primary()) {
        String words = "%s of '%s'".formatted(measure.words(), arm.words());
        switch (verdict(arm, measure)) {
          case BETTER -> gains.add(words);
          case WORSE -> losses.add(words);
          case NOT_SHOWN -> {}
        }
      }
    }
    String worse =
        losses.isEmpty()
            ? ""
            : " It does worse than a baseline by " + String.join(", ", losses) + ".";
    return gains.isEmpty()
        ? "The image adds nothing to the covariates that these %d films could show.%s"
            .formatted(study.set().films().size(), worse)
        : "The image adds to the covariates, by %s, against every baseline without it.%s"
            .formatted(gains.stream().collect(Collectors.joining(", ")), worse);
  }

  /** As text for readers. */
  public String markdown() {
    return LabelMarkdown.of(this);
  }

  void write(Path folder) throws IOException {
    Files.createDirectories(folder);
    Files.writeString(folder.resolve("label-study.md"), markdown());
    JsonMapper mapper = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
    Files.writeString(
        folder.resolve("label-study.json"), mapper.writeValueAsString(LabelTree.of(this)) + "\n");
  }
}
