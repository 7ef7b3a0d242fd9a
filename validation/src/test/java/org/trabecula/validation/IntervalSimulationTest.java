package org.trabecula.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.trabecula.densitometry.StandardNormal;
import org.trabecula.validation.agreement.Agreement;
import org.trabecula.validation.agreement.BlandAltman;
import org.trabecula.validation.agreement.Deming;
import org.trabecula.validation.agreement.ErrorStatistics;
import org.trabecula.validation.agreement.IntraclassCorrelation;
import org.trabecula.validation.agreement.Line;
import org.trabecula.validation.agreement.PassingBablok;
import org.trabecula.validation.agreement.RepeatPrecision;
import org.trabecula.validation.calibration.CalibrationLine;
import org.trabecula.validation.calibration.RiskCalibration;
import org.trabecula.validation.diagnosis.Confusion;
import org.trabecula.validation.diagnosis.Curves;
import org.trabecula.validation.diagnosis.LikelihoodRatio;
import org.trabecula.validation.diagnosis.NetBenefit;
import org.trabecula.validation.diagnosis.Reclassification;
import org.trabecula.validation.diagnosis.RocArea;
import org.trabecula.validation.diagnosis.RocDifference;
import org.trabecula.validation.diagnosis.ScoredSubjects;
import org.trabecula.validation.diagnosis.WeightedKappa;

/**
 * Of 95 % intervals, how many hold the truth that the data were drawn from? With {@code
 * -Dtrabecula.draws=2000} the standard error is 0.5 %, and three of them to either side are 93.5 to
 * 96.5 %; a few hundred draws, which every build has time for, are held to three of theirs. All
 * data are synthetic; the seed is fixed, so the test does not flicker.
 */
class IntervalSimulationTest {
  private static final int DRAWS = Integer.getInteger("trabecula.draws", 300);
  private static final double LEVEL = 0.95;
  private static final double STANDARD_ERRORS = 3.1;
  private static final double SPREAD = Math.sqrt(LEVEL * (1 - LEVEL) / DRAWS);

  /** What an interval is of, the number that it is meant to hold, and the interval of a draw. */
  private record Target<T>(String what, double truth, Function<T, Statistic> interval) {}

  private static void assertCovers(
      String what, double truth, Function<SplittableRandom, Statistic> draw) {
    assertCover(draw, List.of(new Target<Statistic>(what, truth, statistic -> statistic)));
  }

  /** Draws once for all targets. */
  private static <T> void assertCover(Function<SplittableRandom, T> draw, List<Target<T>> targets) {
    SplittableRandom random = new SplittableRandom(20261125);
    int[] held = new int[targets.size()];
    for (int i = 0; i < DRAWS; i++) {
      T data = draw.apply(random);
      for (int k = 0; k < held.length; k++) {
        Target<T> target = targets.get(k);
        Estimate interval = target.interval.apply(data).known().orElseThrow();
        held[k] += interval.holds(target.truth) ? 1 : 0;
      }
    }
    for (int k = 0; k < held.length; k++) {
      double coverage = (double) held[k] / DRAWS;
      if (Boolean.getBoolean("trabecula.print")) {
        System.err.printf("%s: %.2f %%%n", targets.get(k).what, 100 * coverage);
      }
      assertThat(coverage)
          .as(targets.get(k).what)
          .isCloseTo(LEVEL, within(STANDARD_ERRORS * SPREAD));
    }
  }

  private static void assumeSlow() {
    assumeTrue(
        Boolean.getBoolean("trabecula.simulations"),
        "2,000 times some hundred resamples take a minute: -Dtrabecula.simulations=true");
  }

  private static double[] gaussian(SplittableRandom random, int n, double mean, double sd) {
    double[] values = new double[n];
    Arrays.setAll(values, i -> mean + sd * random.nextGaussian());
    return values;
  }

  /** Both measure a level of sd 1 with an error of sd 0.5; the estimate reads 0.2 higher. */
  private static PairedValues pairs(SplittableRandom random, int n) {
    double[] levels = gaussian(random, n, 3, 1);
    double[] estimates = new double[n];
    double[] truths = new double[n];
    for (int i = 0; i < n; i++) {
      estimates[i] = levels[i] + 0.2 + 0.5 * random.nextGaussian();
      truths[i] = levels[i] + 0.5 * random.nextGaussian();
    }
    return PairedValues.of(estimates, truths);
  }

  @Test
  void limitsOfAgreement() {
    double reach = 1.959963984540054 * Math.sqrt(0.5);
    assertCover(
        random -> BlandAltman.of(pairs(random, 20), LEVEL).orElseThrow(),
        List.of(
            new Target<>("bias", 0.2, limits -> Statistic.of(limits.bias())),
            new Target<>("upper limit", 0.2 + reach, limits -> Statistic.of(limits.upper())),
            new Target<>("lower limit", 0.2 - reach, limits -> Statistic.of(limits.lower())),
            new Target<>("proportional bias", 0, BlandAltman::proportionalBias)));
  }

  @Test
  void correlations() {
    assertCovers("Pearson", 1 / 1.25, r -> Agreement.pearson(pairs(r, 40), LEVEL));
    assertCovers("Lin", 2 / (2.5 + 0.04), r -> Agreement.concordance(pairs(r, 100), LEVEL));
    // Six methods drawn at random with biases of sd 0.3.
    assertCovers(
        "ICC(2,1)",
        1 / (1 + 0.09 + 0.25),
        r -> {
          double[] bias = gaussian(r, 6, 0, 0.3);
          double[][] values = new double[50][6];
          for (double[] row : values) {
            double level = r.nextGaussian();
            Arrays.setAll(row, j -> level + bias[j] + 0.5 * r.nextGaussian());
          }
          return IntraclassCorrelation.of(values, LEVEL);
        });
  }

  @Test
  void lines() {
    assertCover(
        random -> Deming.of(pairs(random, 60), 1, LEVEL),
        List.of(
            new Target<>("Deming slope", 1, Line::slope),
            new Target<>("Deming intercept", 0.2, Line::intercept)));
    assertCovers("Passing slope", 1, r -> PassingBablok.of(pairs(r, 60), LEVEL).slope());
    // Of truth over estimate the slope is the reliability.
    assertCovers("calibration", 1 / 1.25, r -> CalibrationLine.of(pairs(r, 30), LEVEL).slope());
  }

  @Test
  void repeats() {
    assertCovers("RMS-SD", 0.02, r -> repeats(r).rmsSd());
    assertCovers("RMS-CV", 0.02, r -> repeats(r).rmsCv());
  }

  private static RepeatPrecision repeats(SplittableRandom random) {
    return RepeatPrecision.of(
        IntStream.range(0, 15)
            .mapToObj(i -> Arrays.stream(gaussian(random, 3, 1, 0.02)).boxed().toList())
            .toList(),
        LEVEL);
  }

  @Test
  void sharesAndTheirRatios() {
    assertCovers(
        "Wilson", 0.2, r -> Statistic.of(Proportion.wilson(hits(r, 150, 0.2), 150, LEVEL)));
    assertCovers("LR+", 0.8 / 0.3, r -> LikelihoodRatio.of(table(r), LEVEL).ofPositive());
    assertCovers("LR-", 0.2 / 0.7, r -> LikelihoodRatio.of(table(r), LEVEL).ofNegative());
    assertCovers(
        "PPV at 10 %",
        0.08 / (0.08 + 0.27),
        r -> LikelihoodRatio.of(table(r), LEVEL).positivePredictiveValue(0.1));
    assertCovers(
        "weighted kappa",
        0.5,
        r -> {
          int[][] counts = new int[3][3];
          for (int i = 0; i < 150; i++) {
            // Half agree for certain, the rest by chance, so that any kappa is 0.5.
            int row = r.nextInt(3);
            counts[row][r.nextBoolean() ? row : r.nextInt(3)]++;
          }
          return WeightedKappa.of(counts, WeightedKappa.Weights.QUADRATIC, LEVEL);
        });
  }

  private static Confusion table(SplittableRandom random) {
    int found = hits(random, 60, 0.8);
    int wrong = hits(random, 90, 0.3);
    return new Confusion(found, wrong, 60 - found, 90 - wrong);
  }

  private static int hits(SplittableRandom random, int trials, double share) {
    return (int) random.doubles(trials).filter(u -> u < share).count();
  }

  private static final double[] WEIGHTS = {1.5, 1};

  /** Logit of the risk is normal; the scores are it, less and more blurred; one third positive. */
  private static ScoredSubjects[] scored(SplittableRandom random, int n) {
    boolean[] positive = new boolean[n];
    double[][] scores = new double[2][n];
    for (int i = 0; i < n; i++) {
      positive[i] = i % 3 == 0;
      double common = random.nextGaussian();
      for (int k = 0; k < 2; k++) {
        scores[k][i] =
            (positive[i] ? WEIGHTS[k] : 0)
                + Math.sqrt(0.5) * common
                + Math.sqrt(0.5) * random.nextGaussian();
      }
    }
    return new ScoredSubjects[] {
      ScoredSubjects.of(scores[0], positive), ScoredSubjects.of(scores[1], positive)
    };
  }

  private static double area(double shift) {
    return StandardNormal.cdf(shift / Math.sqrt(2));
  }

  /** DeLong's falls short in small samples: 92.8 % of 50 positive and 100 negative. */
  @Test
  void areas() {
    assertCovers(
        "area",
        area(WEIGHTS[0]),
        r -> {
          ScoredSubjects scores = scored(r, 600)[0];
          return RocArea.of(scores.scores(true), scores.scores(false), LEVEL);
        });
    assertCovers(
        "difference of areas",
        area(WEIGHTS[0]) - area(WEIGHTS[1]),
        r -> {
          ScoredSubjects[] scores = scored(r, 600);
          return RocDifference.of(scores[0], scores[1], LEVEL).difference();
        });
  }

  private static double risk(double logit) {
    return 1 / (1 + Math.exp(-logit));
  }

  /** Risks that are right, and a coarser second one. */
  private static ScoredSubjects[] risks(SplittableRandom random, int n) {
    double[] risks = new double[n];
    double[] coarse = new double[n];
    boolean[] positive = new boolean[n];
    for (int i = 0; i < n; i++) {
      risks[i] = risk(-0.5 + random.nextGaussian());
      coarse[i] = risks[i] < 0.5 ? 0.3 : 0.7;
      positive[i] = random.nextDouble() < risks[i];
    }
    return new ScoredSubjects[] {
      ScoredSubjects.of(risks, positive), ScoredSubjects.of(coarse, positive)
    };
  }

  /** What a statistic is of a very large sample. */
  private static double limit(ToDoubleFunction<ScoredSubjects[]> statistic) {
    return statistic.applyAsDouble(risks(new SplittableRandom(7), 1_000_000));
  }

  @Test
  void risksAndDecisions() {
    assertCovers("risk slope", 1, r -> calibration(r).slope());
    assertCovers("risk in the large", 0, r -> calibration(r).inTheLarge());
    double gain = limit(s -> value(NetBenefit.of(s[0], 0.4, LEVEL).ofTest()));
    assertCovers("net benefit", gain, r -> NetBenefit.of(risks(r, 150)[0], 0.4, LEVEL).ofTest());
    double[] cuts = {0.2, 0.4};
    double net = limit(s -> value(Reclassification.of(s[1], s[0], cuts, LEVEL).net()));
    double gained =
        limit(s -> value(Reclassification.of(s[1], s[0], cuts, LEVEL).discrimination()));
    assertCovers(
        "NRI",
        net,
        r -> {
          ScoredSubjects[] drawn = risks(r, 200);
          return Reclassification.of(drawn[1], drawn[0], cuts, LEVEL).net();
        });
    assertCovers(
        "IDI",
        gained,
        r -> {
          ScoredSubjects[] drawn = risks(r, 200);
          return Reclassification.of(drawn[1], drawn[0], cuts, LEVEL).discrimination();
        });
  }

  private static RiskCalibration calibration(SplittableRandom random) {
    ScoredSubjects drawn = risks(random, 200)[0];
    double[] risks = new double[drawn.size()];
    boolean[] positive = new boolean[drawn.size()];
    for (int i = 0; i < risks.length; i++) {
      risks[i] = drawn.score(i);
      positive[i] = drawn.positive(i);
    }
    return RiskCalibration.of(risks, positive, LEVEL);
  }

  private static double value(Statistic statistic) {
    return statistic.known().orElseThrow().value();
  }

  /** Percentile intervals fall short of their level in small samples: 200 subjects of two rows. */
  @Test
  void resampledSubjects() {
    assumeSlow();
    int subjects = 200;
    List<String> ids = IntStream.range(0, 2 * subjects).mapToObj(i -> "s" + i / 2).toList();
    assertCovers(
        "resampled MAE",
        Math.sqrt(2 / Math.PI),
        r -> {
          double[] errors = new double[2 * subjects];
          for (int i = 0; i < errors.length; i += 2) {
            double common = r.nextGaussian();
            errors[i] = Math.sqrt(0.5) * (common + r.nextGaussian());
            errors[i + 1] = Math.sqrt(0.5) * (common + r.nextGaussian());
          }
          return ErrorStatistics.of(ids, errors, new Bootstrap(400, r.nextLong(), LEVEL))
              .meanAbsolute();
        });
    assertCovers(
        "resampled share",
        0.7,
        r -> {
          boolean[] successes = new boolean[2 * subjects];
          for (int i = 0; i < successes.length; i += 2) {
            successes[i] = r.nextDouble() < 0.7;
            successes[i + 1] = r.nextBoolean() ? successes[i] : r.nextDouble() < 0.7;
          }
          return Proportion.clustered(ids, successes, new Bootstrap(400, r.nextLong(), LEVEL));
        });
  }

  /** Average precision has no closed form here; its truth is that of a large sample. */
  @Test
  void averagePrecision() {
    assumeSlow();
    List<String> many = IntStream.range(0, 300).mapToObj(i -> "s" + i).toList();
    double truth = 0;
    double before = 0;
    for (Curves.Point point : Curves.of(scored(new SplittableRandom(7), 1_500_000)[0])) {
      truth += (point.sensitivity() - before) * point.precision();
      before = point.sensitivity();
    }
    assertCovers(
        "average precision",
        truth,
        r ->
            Curves.averagePrecision(
                many, scored(r, 300)[0], new Bootstrap(200, r.nextLong(), LEVEL)));
  }

  /** Two films of each subject, whose scores share half of their variance. */
  @Test
  void areaOfSeveralFilmsOfOneSubject() {
    List<String> subjects = IntStream.range(0, 280).mapToObj(i -> "S" + i / 2).toList();
    SubjectRows rows = SubjectRows.of(subjects, new Bootstrap(100, 1, LEVEL));
    boolean[] positive = new boolean[280];
    Arrays.fill(positive, 0, 120, true);
    assertCovers(
        "Obuchowski",
        StandardNormal.cdf(Math.sqrt(0.5)),
        random -> {
          double[] scores = new double[280];
          for (int subject = 0; subject < 140; subject++) {
            double own = random.nextGaussian();
            for (int film = 0; film < 2; film++) {
              scores[2 * subject + film] =
                  (subject < 60 ? 1 : 0) + Math.sqrt(0.5) * (own + random.nextGaussian());
            }
          }
          return RocArea.of(rows, ScoredSubjects.of(scores, positive));
        });
  }
}
