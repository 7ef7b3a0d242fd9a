package org.trabecula.report.page;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.trabecula.densitometry.DensityEstimate;
import org.trabecula.densitometry.ReferencePopulation;
import org.trabecula.densitometry.ReferenceValue;
import org.trabecula.densitometry.Site;
import org.trabecula.densitometry.Subject;
import org.trabecula.screening.ScreenRequest;
import org.trabecula.screening.SiteResult;

/**
 * What a chart of density against age shows.
 *
 * @param estimate of the subject, on the scale of the young adults
 * @param inView whether the film shows the site
 * @param youngAdults that the bands are relative to
 * @param curve mean and standard deviation of the subject's sex by age, perhaps empty
 * @param ageYears of the subject, if known
 */
record ChartData(
    DensityEstimate estimate,
    boolean inView,
    ReferenceValue youngAdults,
    List<Node> curve,
    OptionalDouble ageYears) {
  ChartData {
    curve = List.copyOf(curve);
  }

  /** The reference at an age in years. */
  record Node(double ageYears, ReferenceValue value) {}

  /** Returns the chart of a site, if the reference tabulates young adults for it. */
  static Optional<ChartData> of(SiteResult site, Subject subject, ScreenRequest request) {
    return site.scores()
        .tScore()
        .map(t ->
            new ChartData(
                site.estimate().onScale(t.reference().scale()),
                site.inView(),
                t.reference(),
                curve(site.site(), subject, request.reference()),
                subject.ageYears()))
        .map(ChartData::onOneScale);
  }

  private static List<Node> curve(Site site, Subject subject, ReferencePopulation population) {
    return subject
        .sex()
        .or(() -> population.comparisonSex(subject))
        .map(sex -> population.curve(site, sex))
        .orElse(List.of())
        .stream()
        .map(group -> new Node(group.ages().middle(), group.value()))
        .toList();
  }

  /** Leaves out what is tabulated on another scale than the young adults. */
  private ChartData onOneScale() {
    List<Node> kept =
        curve.stream().filter(node -> node.value().scale() == youngAdults.scale()).toList();
    return new ChartData(estimate, inView, youngAdults, kept, ageYears);
  }
}
