package org.trabecula.validation.page;

import java.util.ArrayList;
import java.util.List;
import org.trabecula.validation.study.SiteStudy;
import org.trabecula.validation.study.SubgroupFigures;
import org.trabecula.validation.study.ThresholdStudy;
import org.trabecula.validation.study.ValidationStudy;

/** What the figures cannot say. */
final class LimitsSection {
  private static final int FEW = 50;
  private static final int FEW_IN_GROUP = 30;

  private LimitsSection() {}

  static void add(Html html, ValidationStudy study) {
    List<String> limits = new ArrayList<>();
    if (study.heading().synthetic()) {
      limits.add(
          "Simulated subjects and radiographs: these figures say how the method works under the"
              + " simulator's physics, and nothing of its accuracy in patients. A model must be"
              + " validated on radiographs and DXA of the clinic that is to use it.");
    }
    limits.add(
        "A single-energy radiograph does not contain absolute density: 1 cm of soft tissue more or"
            + " less looks like about 0.4 g/cm² of bone mineral. The estimate rests on what the model"
            + " learned of bodies and exposures, and fails where these differ from its training.");
    limits.add(
        "The reference is DXA, which is itself off by 1 to 2 % and by more with osteophytes, aortic"
            + " calcification, scoliosis or fracture. No fracture outcome was studied.");
    few(study, limits);
    limits.add(
        "Radiographs that were declined are in no figure of accuracy. Use must count with them: see"
            + " the flow.");
    limits.add(
        "The report cannot see how subjects were recruited, who was missing from the start, or"
            + " whether any took part in the training of the model: the author must say so.");
    html.heading(2, "limits", "Limits").items(limits);
  }

  private static void few(ValidationStudy study, List<String> limits) {
    for (SiteStudy site : study.sites()) {
      for (ThresholdStudy at : site.thresholds()) {
        int fewer =
            Math.min(at.accuracy().counts().positives(), at.accuracy().counts().negatives());
        if (fewer < FEW) {
          limits.add(
              "%s, %s: the smaller class has only %d radiographs, so accuracy there is uncertain"
                      .formatted(
                          site.source().name(),
                          SiteFigures.printed(at.accuracy().threshold()),
                          fewer)
                  + " whatever its interval.");
        }
      }
    }
    long small =
        study.sites().stream()
            .flatMap(site -> site.evaluation().subgroups().stream())
            .mapToInt(SubgroupFigures::radiographs)
            .filter(n -> n < FEW_IN_GROUP)
            .count();
    if (small > 0) {
      limits.add(
          "%d subgroups have fewer than %d radiographs and say little."
              .formatted(small, FEW_IN_GROUP));
    }
  }
}
