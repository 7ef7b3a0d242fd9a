package org.trabecula.validation.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.trabecula.densitometry.CallPolicy;
import org.trabecula.densitometry.ReferencePopulation;
import org.trabecula.validation.Bootstrap;
import org.trabecula.validation.study.SiteStudy;
import org.trabecula.validation.study.ValidationStudy;

/** How the figures were made. */
final class MethodsSection {
  private MethodsSection() {}

  static void add(Html html, ValidationStudy study) {
    html.heading(2, "methods", "Methods");
    html.heading(3, "methods-index", "Index test").items(index(study));
    html.heading(3, "methods-reference", "Reference standard").items(reference(study));
    html.heading(3, "methods-missing", "Missing and undetermined results").items(missing(study));
    html.heading(3, "methods-statistics", "Statistics").items(statistics(study));
  }

  private static List<String> index(ValidationStudy study) {
    CallPolicy policy = study.settings().evaluation().policy();
    return List.of(
        "The test is the estimate of BMD of each radiograph as it stands in the predictions: mean,"
            + " standard deviation and interval, in g/cm², made before this report. Trabecula makes"
            + " predictions from images without reading any DXA result, and no person reads or changes"
            + " them; of predictions from elsewhere the author must say so.",
        "Where a Trabecula model package made it: the radiograph is brought to one canonical view"
            + " (pixels of 1.5 mm, bone bright, normalised within the collimated field); a"
            + " convolutional network predicts a map of mineral, the regions and the density of each"
            + " site with its spread; a quality gate declines films the model was not made for. The"
            + " predictors are the pixels; age, sex and size enter only where the package says so."
            + " The map and the regions are shown to the reader of a result.",
        "Output: density, T-score, probability of lying beyond a T-score (normal with the mean and"
            + " standard deviation of the estimate), and a call.",
        String.format(
            Locale.ROOT,
            "Call: likely low from a probability of %.2f, unlikely low from a probability of %.2f of"
                + " the opposite, undetermined between. Conditions by T-score: %s. They are those of"
                + " the settings and were not sought in these data.",
            policy.targetPpv(),
            policy.targetNpv(),
            study.settings().evaluation().thresholds().stream()
                .map(SiteFigures::printed)
                .collect(Collectors.joining(", "))));
  }

  private static List<String> reference(ValidationStudy study) {
    ReferencePopulation population = study.settings().evaluation().reference();
    List<String> sentences = new ArrayList<>();
    sentences.add(
        "The reference standard is areal BMD by "
            + (study.heading().synthetic() ? "virtual " : "")
            + "DXA of the same site, on the scale of its scanner ("
            + study.sites().stream()
                .map(site -> Words.scale(site.evaluation().sample().scale()))
                .distinct()
                .collect(Collectors.joining(", "))
            + "). DXA was chosen because treatment criteria are defined by it.");
    sentences.add(
        "T-scores of both are computed under one population: %s (%s, version %s). %s"
            .formatted(
                population.name(),
                population.id(),
                population.version(),
                population.heading().note())
            .strip());
    sentences.add(
        "A T-score below \u22121 is called low density and one of at most \u22122.5 the osteoporotic"
            + " range, as the WHO did in 1994; no fracture and no other bone disease entered.");
    return sentences;
  }

  private static List<String> missing(ValidationStudy study) {
    int without =
        study.sites().stream()
            .mapToInt(site -> site.evaluation().diagnostics().withoutReference())
            .sum();
    return List.of(
        "A radiograph without an estimate or without DXA is in no figure; it is counted in the flow"
            + " with its reason. Nothing was imputed.",
        "Radiographs for which the population has no T-score (%d over all sites) are in the figures"
                .formatted(without)
            + " of agreement and in none of diagnosis.",
        "An undetermined call is a result: accuracy is given among the determined, with the"
            + " undetermined counted as wrong, and with them sent on to DXA.");
  }

  private static List<String> statistics(ValidationStudy study) {
    Bootstrap bootstrap = study.settings().evaluation().bootstrap();
    boolean repeated = study.sites().stream().anyMatch(site -> site.source().repeated());
    List<String> sentences = new ArrayList<>();
    sentences.add(
        String.format(
            Locale.ROOT,
            "All intervals are at %s. Errors and their differences: percentile bootstrap over whole"
                + " subjects, %,d resamples, seed %d.",
            Words.percent(bootstrap.level()),
            bootstrap.replicates(),
            bootstrap.seed()));
    sentences.add(
        "Agreement: Pearson's r (Fisher), Lin's concordance (1989, as corrected in 2000), ICC(2,1),"
            + " limits of agreement with exact intervals (Carkeet 2015), Deming's line with equal"
            + " errors (jackknife) and that of Passing and Bablok.");
    sentences.add(
        "Diagnosis: sensitivity, specificity and predictive values (Wilson; at other prevalences"
            + " Mercaldo 2007), likelihood ratios"
            + " (Simel 1991), AUC and paired differences (DeLong 1988), average precision"
            + " (bootstrap), net benefit (Vickers and Elkin 2006), weighted kappa (Fleiss 1969).");
    sentences.add(
        repeated
            ? "Some subjects have several radiographs of a site: whole subjects are then resampled"
                + " for every figure whose formula wants one row for each subject; areas take"
                + " Obuchowski's variance (1997), Deming's jackknife leaves out a subject at a time,"
                + " and Passing-Bablok keeps the first radiograph of each."
            : "Each subject has one radiograph at each site, so rows are independent.");
    sentences.add(
        "Calibration: mean DXA in tenths of like estimate, slope and intercept by least squares; of"
            + " probabilities by logistic regression on their log odds (Cox 1958). Coverage: the"
            + " share of prediction intervals that hold DXA.");
    sentences.add("Baselines learned from: " + baselines(study) + ".");
    sentences.add(
        "Classes were neither weighted nor resampled for balance; subgroups are by the subject's sex"
            + " and age and by the traits in the table of participants, without correction for many"
            + " comparisons: they are to be read as exploratory.");
    return sentences;
  }

  private static String baselines(ValidationStudy study) {
    return study.sites().stream()
        .map(SiteStudy::source)
        .map(source -> source.name() + " – " + source.baselines())
        .collect(Collectors.joining("; "));
  }
}
