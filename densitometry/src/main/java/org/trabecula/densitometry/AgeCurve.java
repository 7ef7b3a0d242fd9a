package org.trabecula.densitometry;

import java.util.List;
import java.util.Optional;
import org.trabecula.densitometry.ReferencePopulation.AgeGroup;

/** Interpolation between age groups. */
final class AgeCurve {
  private AgeCurve() {}

  static Optional<ReferenceValue> at(List<AgeGroup> groups, double ageYears) {
    if (groups.isEmpty()
        || ageYears < groups.getFirst().ages().from()
        || ageYears >= groups.getLast().ages().to() + 1.0) {
      return Optional.empty();
    }
    if (ageYears <= groups.getFirst().ages().middle()) {
      return Optional.of(groups.getFirst().value());
    }
    for (int i = 1; i < groups.size(); i++) {
      if (ageYears <= groups.get(i).ages().middle()) {
        return Optional.of(between(groups.get(i - 1), groups.get(i), ageYears));
      }
    }
    return Optional.of(groups.getLast().value());
  }

  private static ReferenceValue between(AgeGroup below, AgeGroup above, double ageYears) {
    double share =
        (ageYears - below.ages().middle()) / (above.ages().middle() - below.ages().middle());
    ReferenceValue a = below.value();
    ReferenceValue b = above.value();
    // The weaker evidence of the two is the evidence of what lies between.
    Evidence weaker =
        a.evidence().strength().compareTo(b.evidence().strength()) > 0
            ? a.evidence()
            : b.evidence();
    return new ReferenceValue(
        a.mean() + share * (b.mean() - a.mean()),
        a.sd() + share * (b.sd() - a.sd()),
        b.scale(),
        weaker);
  }
}
