package org.trabecula.validation.page;

import java.util.List;
import java.util.stream.Collectors;
import org.trabecula.validation.study.ValidationStudy;

/** The question of the study, as far as the numbers know it. */
final class StudiedSection {
  private StudiedSection() {}

  static void add(Html html, ValidationStudy study) {
    String sites =
        study.sites().stream().map(site -> site.source().name()).collect(Collectors.joining(", "));
    html.heading(2, "studied", "What was studied");
    html.items(
        List.of(
            "Question: how near is the areal bone mineral density (BMD) that is estimated from a"
                + " routine radiograph to what DXA says of the same subject, how well does it find"
                + " low density, and how far may its intervals and probabilities be trusted? Sites: "
                + sites
                + ".",
            "Kind: evaluation of an existing prediction model for diagnosis; nothing was trained or"
                + " tuned here.",
            "Intended role: to point out those who should be referred for DXA among people who have"
                + " a radiograph anyway. It does not diagnose osteoporosis, does not replace DXA and"
                + " never rules low density out.",
            "Intended users: radiologists and the physicians who refer for DXA. A user must know"
                + " what a T-score is and read the call with its third answer, undetermined; no"
                + " input is needed beyond the radiograph.",
            study.heading().synthetic()
                ? "Data: simulated radiographs of simulated subjects, made from a physical model;"
                    + " the reference is a virtual DXA. No patient took part."
                : "Data: the radiographs and DXA results that were supplied; where they come from"
                    + " is for the author to say.",
            "Primary figures: mean absolute error in g/cm², and the area under the ROC curve at"
                + " each T-score, unless the author names others."));
  }
}
