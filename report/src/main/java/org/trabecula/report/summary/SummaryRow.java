package org.trabecula.report.summary;

import java.util.List;
import java.util.Optional;
import org.trabecula.densitometry.Call;
import org.trabecula.densitometry.DensityEstimate;
import org.trabecula.densitometry.Site;
import org.trabecula.densitometry.Subject;
import org.trabecula.densitometry.TScore;
import org.trabecula.radiography.Acquisition;
import org.trabecula.radiography.Radiograph;
import org.trabecula.radiography.Refusal;
import org.trabecula.radiography.View;
import org.trabecula.report.content.Finding;
import org.trabecula.report.content.Report;
import org.trabecula.report.content.Rounding;
import org.trabecula.screening.Conclusion;
import org.trabecula.screening.Screening;
import org.trabecula.screening.SiteResult;

/** What a list says of one image. */
public sealed interface SummaryRow {
  /** The image as the user named it. */
  String image();

  /**
   * What the film itself says, as far as its header tells and the user states.
   *
   * @param view as the film was read, or as its header tells if it was refused
   */
  record Circumstances(Optional<View> view, Acquisition acquisition, Subject subject) {
    /** Nothing is known of the film. */
    public static final Circumstances UNKNOWN =
        new Circumstances(Optional.empty(), Acquisition.UNKNOWN, Subject.UNKNOWN);
  }

  /**
   * Densities were estimated.
   *
   * @param film what it says itself
   * @param call of the film
   * @param lumbar density of L1-L4 or L2-L4, if stated
   * @param femur density of the hip's site that decides, if stated
   */
  record Screened(
      String image,
      Circumstances film,
      Call call,
      Optional<Density> lumbar,
      Optional<Density> femur)
      implements SummaryRow {}

  /** The image was refused. */
  record Refused(String image, Circumstances film, Refusal refusal) implements SummaryRow {}

  /** The file could not be read or its report not be written. */
  record Failed(String image, String sentence) implements SummaryRow {}

  /**
   * One density, in figures.
   *
   * @param tScore empty where the reference has none
   */
  record Density(
      Site site, String mean, String low, String high, Optional<String> tScore, boolean inView) {
    private static final int DIGITS = 3;

    static Density of(SiteResult result) {
      DensityEstimate bmd = result.estimate();
      return new Density(
          result.site(),
          digits(bmd.mean()),
          digits(bmd.low()),
          digits(bmd.high()),
          result.scores().tScore().map(TScore::value).map(t -> Rounding.to(1, t).toPlainString()),
          result.inView());
    }

    private static String digits(double value) {
      return Rounding.to(DIGITS, value).toPlainString();
    }
  }

  /** Returns the row of a report. */
  static SummaryRow of(String image, Report report) {
    return switch (report.finding()) {
      case Finding.Refused(Refusal refusal) -> new Refused(image, circumstances(report), refusal);
      case Finding.Estimated(Screening.Estimated screening) -> {
        Conclusion conclusion = screening.conclusion();
        Circumstances header = circumstances(report);
        yield new Screened(
            image,
            new Circumstances(
                Optional.of(screening.view().view()), header.acquisition(), header.subject()),
            conclusion.overall(),
            density(screening, conclusion.lumbar(), List.of(Site.L1_L4, Site.L2_L4)),
            density(screening, conclusion.femur(), List.of(Site.TOTAL_HIP, Site.FEMORAL_NECK)));
      }
    };
  }

  private static Circumstances circumstances(Report report) {
    return report
        .film()
        .radiograph()
        .map(Radiograph::description)
        .map(film -> new Circumstances(film.view(), film.acquisition(), film.subject()))
        .orElse(Circumstances.UNKNOWN);
  }

  /** The density that decides; where none does, the first of the sites that is stated. */
  private static Optional<Density> density(
      Screening.Estimated screening, Optional<SiteResult> deciding, List<Site> otherwise) {
    return deciding
        .or(() ->
            otherwise.stream()
                .flatMap(site -> Optional.ofNullable(screening.sites().get(site)).stream())
                .findFirst())
        .map(Density::of);
  }
}
