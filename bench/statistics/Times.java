import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.trabecula.validation.Bootstrap;
import org.trabecula.validation.agreement.ErrorStatistics;
import org.trabecula.validation.diagnosis.RocArea;
import org.trabecula.validation.diagnosis.RocDifference;
import org.trabecula.validation.diagnosis.ScoredSubjects;

/** Times of the costly statistics on synthetic scores. Started by {@code bench/statistics/run}. */
final class Times {
  private static final double LEVEL = 0.95;
  private static final int SUBJECTS = 100_000;
  private static final int RESAMPLED = 10_000;

  private Times() {}

  public static void main(String[] arguments) {
    int rounds = Integer.parseInt(arguments[0]);
    ScoredSubjects first = scores(1, SUBJECTS);
    ScoredSubjects second = scores(2, SUBJECTS);
    time("DeLong, 100,000 subjects", rounds, () ->
        RocArea.of(first.scores(true), first.scores(false), LEVEL));
    time("paired DeLong, 100,000 subjects", rounds, () ->
        RocDifference.of(first, second, LEVEL));
    List<String> ids = IntStream.range(0, RESAMPLED).mapToObj(i -> "s" + i).toList();
    Bootstrap bootstrap = new Bootstrap(2000, 1, LEVEL);
    double[] errors = new SplittableRandom(3).doubles(RESAMPLED, -1, 1).toArray();
    time("MAE, 2,000 resamples of 10,000 subjects", rounds, () ->
        ErrorStatistics.of(ids, errors, bootstrap).meanAbsolute());
    ScoredSubjects some = scores(4, RESAMPLED);
    time("area, 2,000 resamples of 10,000 subjects", rounds, () ->
        bootstrap.of(ids, rows -> area(some.rows(rows))));
  }

  private static OptionalDouble area(ScoredSubjects subjects) {
    return RocArea.of(subjects.scores(true), subjects.scores(false), LEVEL)
        .known()
        .map(area -> OptionalDouble.of(area.value()))
        .orElse(OptionalDouble.empty());
  }

  private static ScoredSubjects scores(long seed, int count) {
    SplittableRandom random = new SplittableRandom(seed);
    boolean[] positive = new boolean[count];
    double[] scores = new double[count];
    for (int i = 0; i < count; i++) {
      positive[i] = i % 3 == 0;
      scores[i] = random.nextGaussian() + (positive[i] ? 1 : 0);
    }
    return ScoredSubjects.of(scores, positive);
  }

  /** Processor time beside the clock's: on a busy machine the clock counts others' work too. */
  private static void time(String what, int rounds, Runnable task) {
    ThreadMXBean processor = ManagementFactory.getThreadMXBean();
    double[] seconds = new double[rounds];
    double[] worked = new double[rounds];
    for (int round = 0; round < rounds; round++) {
      long start = System.nanoTime();
      long before = processor.getCurrentThreadCpuTime();
      task.run();
      worked[round] = (processor.getCurrentThreadCpuTime() - before) / 1e9;
      seconds[round] = (System.nanoTime() - start) / 1e9;
    }
    double first = seconds[0];
    double firstWorked = worked[0];
    Arrays.sort(seconds);
    Arrays.sort(worked);
    System.out.printf(
        Locale.ROOT,
        "%s: first %.3f s (processor %.3f s), median %.3f s (processor %.3f s)%n",
        what,
        first,
        firstWorked,
        seconds[rounds / 2],
        worked[rounds / 2]);
  }
}
