package org.trabecula.learning.calibration;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.trabecula.validation.Moments;

/**
 * A calibration of one site, with all that was chosen for it.
 *
 * @param candidate that was chosen
 * @param correction fitted to all pairs
 * @param quantile the conformal one: the 90 % interval is mean +- quantile * sd
 * @param losses of the candidates by inner cross-validation
 */
public record SiteFit(
    Candidate candidate, Correction correction, double quantile, List<Loss> losses) {
  /**
   * How much worse than the best candidate a simpler one may be, in standard errors of the
   * difference. Measured on the spines of a simulated hospital (docs/calibration.md): with 1, and
   * 100 pairs, an offset that is worth 80 % of the excess error was missed in 25 draws of 60, with
   * a half in 5; of 60 draws at home, where there is nothing to correct, one chose something.
   */
  private static final double TOLERANCE = 0.5;

  public SiteFit {
    losses = List.copyOf(losses);
  }

  /**
   * How well a candidate does by inner cross-validation.
   *
   * @param squared mean over subjects of the squared error, (g/cm2)²
   * @param behind mean over subjects of the squared error less the best candidate's, (g/cm2)²
   * @param behindError standard error of that
   */
  public record Loss(Candidate candidate, double squared, double behind, double behindError) {
    /** Whether the candidate is as good as the best, as far as the pairs can tell. */
    boolean asGood() {
      return behind <= TOLERANCE * behindError;
    }

    /** Root of the mean squared error, g/cm2. */
    public double rootMeanSquare() {
      return Math.sqrt(squared);
    }
  }

  /**
   * Chooses by inner cross-validation and fits: of the candidates whose squared error is not worse
   * than the best one's by more than half a standard error of the difference, the simplest (after
   * the rule of one standard error of Breiman et al. 1984, section 3.4.3, with the difference taken
   * subject by subject). Squared, because candidates are fitted by least squares, and because an
   * offset shows in squares with fewer subjects than in absolute errors.
   *
   * @throws IllegalArgumentException if there are fewer subjects than {@link Conformal#FEWEST}
   */
  static SiteFit of(SitePairs pairs, CalibrationSettings settings) {
    OutOfFold all = OutOfFold.of(pairs, settings);
    Candidate chosen = all.simplest();
    return new SiteFit(
        chosen,
        chosen.fit(pairs),
        Conformal.quantile(pairs, pair -> all.correction(chosen, pair))
            .orElseThrow(() ->
                new IllegalArgumentException(
                    "%d subjects are too few for a 90 %% interval".formatted(pairs.subjects()))),
        all.losses);
  }

  /** What the candidates say of subjects that they were not fitted to. */
  private static final class OutOfFold {
    final Map<Candidate, List<Correction>> byFold = new EnumMap<>(Candidate.class);
    final Map<String, Integer> folds;
    final List<Loss> losses = new ArrayList<>();

    private OutOfFold(Map<String, Integer> folds) {
      this.folds = folds;
    }

    static OutOfFold of(SitePairs pairs, CalibrationSettings settings) {
      int count = Math.min(settings.innerFolds(), pairs.subjects());
      // Another deal than that of the outer folds.
      OutOfFold all = new OutOfFold(pairs.folds(count, settings.seed() + 1));
      for (int fold = 0; fold < count; fold++) {
        int out = fold;
        SitePairs others = pairs.ofSubjects(id -> all.fold(id) != out);
        for (Candidate candidate : settings.candidates()) {
          if (candidate.suits(pairs)) {
            all.byFold
                .computeIfAbsent(candidate, c -> new ArrayList<>())
                .add(candidate.fit(others));
          }
        }
      }
      all.judge(pairs);
      return all;
    }

    private int fold(String subjectId) {
      return Objects.requireNonNull(folds.get(subjectId), subjectId);
    }

    Correction correction(Candidate candidate, LocalPair pair) {
      return Objects.requireNonNull(byFold.get(candidate)).get(fold(pair.subjectId()));
    }

    private void judge(SitePairs pairs) {
      Map<Candidate, double[]> errors = new LinkedHashMap<>();
      byFold.keySet().forEach(c -> errors.put(c, bySubject(pairs, c)));
      double[] best = new double[0];
      double least = Double.POSITIVE_INFINITY;
      for (double[] candidate : errors.values()) {
        double mean = Moments.mean(candidate);
        if (mean < least) {
          least = mean;
          best = candidate;
        }
      }
      for (Map.Entry<Candidate, double[]> entry : errors.entrySet()) {
        double[] behind = entry.getValue().clone();
        for (int i = 0; i < behind.length; i++) {
          behind[i] -= best[i];
        }
        losses.add(
            new Loss(
                entry.getKey(),
                Moments.mean(entry.getValue()),
                Moments.mean(behind),
                Moments.standardDeviation(behind) / Math.sqrt(behind.length)));
      }
    }

    private double[] bySubject(SitePairs pairs, Candidate candidate) {
      Map<String, Integer> index = new HashMap<>();
      pairs.subjectIds().forEach(id -> index.put(id, index.size()));
      double[] errors = new double[pairs.subjects()];
      for (LocalPair pair : pairs.pairs()) {
        int at = Objects.requireNonNull(index.get(pair.subjectId()));
        double said = correction(candidate, pair).mean(pair);
        errors[at] += pairs.weight(pair) * (pair.truth() - said) * (pair.truth() - said);
      }
      return errors;
    }

    Candidate simplest() {
      return losses.stream().filter(Loss::asGood).findFirst().orElseThrow().candidate();
    }
  }
}
