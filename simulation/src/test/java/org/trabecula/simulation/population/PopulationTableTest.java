package org.trabecula.simulation.population;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.trabecula.densitometry.Sex;

/** What is drawn has the means, spreads and correlations of the tables. */
class PopulationTableTest {
  private static final int COUNT = 300_000;

  /** One subject's densities over and above the table's mean of its age, in the table's spreads. */
  private record Standing(Sex sex, int decade, double[] value, double[] mean, double[] sd) {
    double z(int site) {
      return (value[site] - mean[site]) / sd[site];
    }
  }

  private static final List<Standing> ALL = new ArrayList<>();

  static {
    ALL.addAll(draw(Population.JAPAN, ReferenceTable.JAPAN));
    ALL.addAll(draw(Population.US, ReferenceTable.US));
  }

  private static List<Standing> draw(Population population, ReferenceTable table) {
    return IntStream.range(0, COUNT)
        .mapToObj(number -> standing(population.draw(1_000_000, number), table))
        .toList();
  }

  private static Standing standing(SimulatedSubject s, ReferenceTable table) {
    Densities d = s.densities();
    double age = s.ageYears();
    return new Standing(
        s.sex(),
        (int) (age / 10) * 10,
        new double[] {d.spine(), d.neck(), d.totalHip()},
        new double[] {
          table.spine(s.sex(), age), table.neck(s.sex(), age), table.totalHip(s.sex(), age)
        },
        new double[] {table.spineSd(s.sex(), age), table.neckSd(), table.totalHipSd(s.sex(), age)});
  }

  @ParameterizedTest
  @EnumSource(Sex.class)
  void meansAndSpreadsByDecadeAreThoseOfTheTables(Sex sex) {
    String[] sites = {"spine", "neck", "total hip"};
    for (int decade = 40; decade < 90; decade += 10) {
      int of = decade;
      List<Standing> cell = ALL.stream().filter(s -> s.sex() == sex && s.decade() == of).toList();
      for (int site = 0; site < 3; site++) {
        int at = site;
        double drawn = cell.stream().mapToDouble(s -> s.value()[at]).average().orElseThrow();
        double table = cell.stream().mapToDouble(s -> s.mean()[at]).average().orElseThrow();
        double z = cell.stream().mapToDouble(s -> s.z(at)).average().orElseThrow();
        double square = cell.stream().mapToDouble(s -> s.z(at) * s.z(at)).average().orElseThrow();
        double spread = Math.sqrt(square - z * z);
        System.out.printf(
            Locale.ROOT,
            "%s %d-%d %s: n %d, mean %+.2f %%, SD %+.2f %% of the table%n",
            sex,
            decade,
            decade + 9,
            sites[site],
            cell.size(),
            100 * (drawn / table - 1),
            100 * (spread - 1));
        assertThat(drawn / table).isCloseTo(1, within(0.02));
        assertThat(spread).isCloseTo(1, within(0.02));
      }
    }
  }

  @Test
  void spineAndHipGoTogetherAsTheyDo() {
    double overall = correlation(ALL.stream().map(s -> new double[] {s.value()[0], s.value()[2]}));
    System.out.printf(Locale.ROOT, "spine with total hip, all: r %.3f%n", overall);
    assertThat(overall).isCloseTo(0.65, within(0.05));
    for (int decade = 40; decade < 90; decade += 10) {
      int of = decade;
      double r =
          correlation(
              ALL.stream().filter(s -> s.decade() == of).map(s -> new double[] {s.z(0), s.z(2)}));
      System.out.printf(Locale.ROOT, "spine with total hip at %d-%d: r %.3f%n", of, of + 9, r);
      assertThat(r).isCloseTo(0.55, within(0.05));
    }
  }

  private static double correlation(java.util.stream.Stream<double[]> pairs) {
    List<double[]> all = pairs.toList();
    double[] sums = new double[5];
    for (double[] p : all) {
      sums[0] += p[0];
      sums[1] += p[1];
      sums[2] += p[0] * p[0];
      sums[3] += p[1] * p[1];
      sums[4] += p[0] * p[1];
    }
    double n = all.size();
    double ab = sums[4] / n - sums[0] / n * sums[1] / n;
    double aa = sums[2] / n - sums[0] / n * sums[0] / n;
    double bb = sums[3] / n - sums[1] / n * sums[1] / n;
    return ab / Math.sqrt(aa * bb);
  }
}
