package org.trabecula.cohort.pairing.report;

import java.util.EnumMap;
import java.util.Map;
import org.trabecula.cohort.FlowDiagram;
import org.trabecula.cohort.Manifest;
import org.trabecula.cohort.Split;
import org.trabecula.cohort.pairing.PairedCohort;

/** How the usual split divides a cohort. */
final class SplitCount {
  /** What {@code train} takes unless told otherwise. */
  static final long SEED = 1;

  private SplitCount() {}

  static Map<Split.Part, FlowDiagram.Count> of(PairedCohort cohort) {
    Split split = Split.bySubject(cohort.manifest().included(), Split.Fractions.DEFAULT, SEED);
    Map<Split.Part, FlowDiagram.Count> counts = new EnumMap<>(Split.Part.class);
    counts.put(Split.Part.TRAIN, count(split.train()));
    counts.put(Split.Part.VALIDATION, count(split.validation()));
    counts.put(Split.Part.TEST, count(split.test()));
    return counts;
  }

  private static FlowDiagram.Count count(Manifest part) {
    return new FlowDiagram.Count(part.subjectIds().size(), part.rows().size());
  }
}
