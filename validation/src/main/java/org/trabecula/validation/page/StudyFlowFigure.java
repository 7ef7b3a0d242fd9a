package org.trabecula.validation.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.trabecula.validation.diagnosis.ThreeWayTable;
import org.trabecula.validation.figure.Figure;
import org.trabecula.validation.figure.FlowFigure;
import org.trabecula.validation.figure.Studied;
import org.trabecula.validation.study.SiteStudy;
import org.trabecula.validation.study.StudyFlow;
import org.trabecula.validation.study.ThresholdStudy;
import org.trabecula.validation.study.ValidationStudy;

/** The flow of a study, down to the calls of its first site at its first T-score. */
final class StudyFlowFigure {
  private StudyFlowFigure() {}

  static Figure of(ValidationStudy study) {
    List<FlowFigure.Stage> stages = stages(study.flow());
    Optional<SiteStudy> first = study.sites().stream().findFirst();
    Optional<ThresholdStudy> at = first.flatMap(site -> site.thresholds().stream().findFirst());
    List<List<String>> endings = at.map(StudyFlowFigure::endings).orElse(List.of());
    String last =
        at.map(threshold ->
                " Last row: calls at %s for %s."
                    .formatted(
                        first.orElseThrow().source().name(),
                        SiteFigures.printed(threshold.accuracy().threshold())))
            .orElse("");
    return FlowFigure.of(
        new Studied("Study", study.heading().synthetic()),
        "Flow of subjects and radiographs (STARD 2015, item 19). A subject may stand in several"
            + " boxes by different radiographs."
            + last,
        stages,
        endings);
  }

  /** What is left out or declined stands beside the box that it leaves. */
  private static List<FlowFigure.Stage> stages(StudyFlow flow) {
    List<FlowFigure.Stage> stages = new ArrayList<>();
    List<String> lines = List.of();
    List<String> side = new ArrayList<>();
    for (StudyFlow.Step step : flow.steps()) {
      switch (step.kind()) {
        case IN, EVALUATED -> {
          if (!lines.isEmpty()) {
            stages.add(new FlowFigure.Stage(lines, side));
          }
          lines = List.of(step.text(), counts(step));
          side = new ArrayList<>();
        }
        case LEFT_OUT -> add(side, "Left out", step);
        case DECLINED -> add(side, "Declined, or nothing said", step);
      }
    }
    if (!lines.isEmpty()) {
      stages.add(new FlowFigure.Stage(lines, side));
    }
    return stages;
  }

  private static void add(List<String> side, String heading, StudyFlow.Step step) {
    if (side.isEmpty()) {
      side.add("Not evaluated");
    }
    side.add("%s: %s – %s".formatted(heading, step.text(), counts(step)));
  }

  private static String counts(StudyFlow.Step step) {
    return "%d subjects, %d radiographs".formatted(step.subjects(), step.radiographs());
  }

  private static List<List<String>> endings(ThresholdStudy at) {
    String condition = SiteFigures.printed(at.accuracy().threshold());
    ThreeWayTable table = at.threeWay().table();
    return List.of(
        ending("Likely low", condition, table.low().likely(), table.notLow().likely()),
        ending(
            "Undetermined", condition, table.low().undetermined(), table.notLow().undetermined()),
        ending("Unlikely low", condition, table.low().unlikely(), table.notLow().unlikely()));
  }

  private static List<String> ending(String call, String condition, int low, int notLow) {
    return List.of(
        "%s: %d".formatted(call, low + notLow),
        "%s by DXA: %d".formatted(condition, low),
        "not %s by DXA: %d".formatted(condition, notLow));
  }
}
