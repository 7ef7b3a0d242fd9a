package org.trabecula.simulation.anatomy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.trabecula.simulation.anatomy.VertebraViews.Measures;
import org.trabecula.simulation.population.Level;
import org.trabecula.simulation.population.Population;

/**
 * Simulated lumbar vertebrae beside the closed surfaces of a real man's (Visible Human; R. Remus,
 * artisynth_lumbosacralSpineModel, BSD-3), each seen across its own body. The simulated ones, of
 * male proportions and without wear, are scaled by one number to the mean width of his bodies. One
 * man says whether proportions are those of a person, no more.
 *
 * <p>The tolerances were set when the figures were known and guard against change. They are wide
 * for what a film from the front does not show or hardly: he is deep and tall for his width, with
 * depths of 37.5 to 43.5 mm where 87 patients have 29.5 to 42.0 (facts 3.1).
 */
class VertebraAgainstMeshTest {
  private static final int SUBJECTS = 4;
  private static final double WIDTH = 0.10;
  private static final double SHADOW = 0.15;
  private static final double UNSEEN = 0.25;
  private static final List<Level> LEVELS =
      List.of(Level.L1, Level.L2, Level.L3, Level.L4, Level.L5);

  private final SoftAssertions soft = new SoftAssertions();
  private final Map<Level, Measures> real = new EnumMap<>(Level.class);
  private final Map<Level, List<Measures>> simulated = new EnumMap<>(Level.class);

  @Test
  void proportionsAreThoseOfARealSpine() throws IOException {
    for (Level level : LEVELS) {
      real.put(
          level,
          VertebraViews.of(RealData.file("meshes/lumbosacral/" + level + ".obj")).measures());
      List<Measures> all = new ArrayList<>();
      for (int number = 0; number < SUBJECTS; number++) {
        all.add(ofSubject(number, level));
      }
      simulated.put(level, all);
    }
    double scale = scale();
    System.out.printf(Locale.ROOT, "simulated vertebrae times %.3f%n", scale);
    for (Level level : LEVELS) {
      compare(level, "width, mm", Measures::width, scale, WIDTH);
      compare(level, "depth, mm", Measures::depth, scale, UNSEEN);
      compare(level, "height, mm", Measures::height, scale, UNSEEN);
      compare(level, "area, cm2", Measures::area, scale * scale, SHADOW);
      compare(level, "mean path, mm", Measures::path, scale, SHADOW);
    }
    soft.assertAll();
  }

  private static Measures ofSubject(int number, Level level) {
    SplittableRandom random = new SplittableRandom(number);
    Build drawn = Build.draw(Population.MIXED.draw(3, number), random);
    Build man =
        new Build(1, false, drawn.spineShell(), drawn.hipShell(), drawn.sacralSlopeDegrees());
    return VertebraViews.of(SingleVertebra.of(man, level, random)).measures();
  }

  /** The real man's size as a film from the front shows it: geometric mean of the widths. */
  private double scale() {
    double sum = 0;
    for (Level level : LEVELS) {
      sum += Math.log(real(level, Measures::width) / mean(level, Measures::width));
    }
    return Math.exp(sum / LEVELS.size());
  }

  private double real(Level level, ToDoubleFunction<Measures> measure) {
    return measure.applyAsDouble(real.getOrDefault(level, new Measures(0, 0, 0, 0, 0)));
  }

  private double mean(Level level, ToDoubleFunction<Measures> measure) {
    return simulated.getOrDefault(level, List.of()).stream()
        .mapToDouble(measure)
        .average()
        .orElseThrow();
  }

  private void compare(
      Level level, String name, ToDoubleFunction<Measures> measure, double scale, double share) {
    double there = real(level, measure);
    double here = scale * mean(level, measure);
    System.out.printf(
        Locale.ROOT,
        "%s, %s: real %.1f, mean of %d simulated %.1f (%+.0f %%), tolerance %.0f %%%n",
        level,
        name,
        there,
        SUBJECTS,
        here,
        100 * (here / there - 1),
        100 * share);
    soft.assertThat(Math.abs(here / there - 1)).as("%s, %s", level, name).isLessThan(share);
  }
}
