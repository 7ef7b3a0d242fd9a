package org.trabecula.learning.study;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.trabecula.densitometry.DensityEstimate;
import org.trabecula.densitometry.Site;
import org.trabecula.learning.data.Film;
import org.trabecula.learning.evaluation.Against;
import org.trabecula.learning.evaluation.Observations;
import org.trabecula.learning.evaluation.Predictions;
import org.trabecula.learning.network.Weights;
import org.trabecula.learning.training.DensityTraining;
import org.trabecula.learning.training.DensityTraining.Predicted;
import org.trabecula.radiography.View;
import org.trabecula.validation.study.EvaluationSettings;
import org.trabecula.validation.study.Observation;
import org.trabecula.validation.study.Prediction;
import org.trabecula.validation.study.SiteEvaluation;
import org.trabecula.validation.study.SiteEvaluator;

/**
 * Judges networks on the same films, by what a scanner read of their subjects.
 *
 * @param view of the films
 * @param films of subjects whom no network has seen
 * @param threads of libtorch
 */
record Judge(View view, List<Film> films, int threads) {
  Judge {
    films = List.copyOf(films);
    if (films.isEmpty()) {
      throw new IllegalArgumentException("There is no film to judge by");
    }
  }

  /** How a network's mean becomes a stated one. */
  @FunctionalInterface
  interface Statement {
    /** The network's own. */
    Statement RAW = (site, mean) -> mean;

    double stated(Site site, double mean);
  }

  /** What a network says of films, as it says it in use. */
  List<Predicted> said(Weights weights, List<Film> of) {
    return DensityTraining.predictAsInUse(view, weights, of, threads);
  }

  /** What a network says of the test films. */
  List<Predicted> said(Weights weights) {
    return said(weights, films);
  }

  /** What was said of the test films beside the truth, of all sites. */
  static List<Prediction> predictions(List<Predicted> said, Statement statement) {
    List<Prediction> all = new ArrayList<>();
    for (Predicted one : said) {
      var row = one.film().row();
      for (Site site : Site.values()) {
        OptionalDouble truth = Against.MEASURED.of(row.densities(), site);
        double mean = statement.stated(site, one.output().mean(site));
        if (truth.isPresent() && mean > 0) {
          all.add(
              Predictions.of(
                  row,
                  truth.getAsDouble(),
                  DensityEstimate.normal(site, mean, one.output().sd(site), row.scale())));
        }
      }
    }
    return all;
  }

  /** The evaluations of all sites; several networks may have been asked. */
  List<SiteEvaluation> evaluations(List<Prediction> predictions) {
    SiteEvaluator evaluator = new SiteEvaluator(EvaluationSettings.ofSeed(1));
    List<SiteEvaluation> sites = new ArrayList<>();
    for (Site site : Site.values()) {
      List<Prediction> ofSite =
          predictions.stream().filter(p -> p.estimate().site() == site).toList();
      if (!ofSite.isEmpty()) {
        List<Observation> known =
            Observations.of(films.getFirst().manifest(), site, Against.MEASURED);
        sites.add(evaluator.evaluate(ofSite, known));
      }
    }
    return sites;
  }
}
