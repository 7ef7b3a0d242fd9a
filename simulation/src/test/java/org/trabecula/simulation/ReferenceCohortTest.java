package org.trabecula.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.trabecula.densitometry.Subject;
import org.trabecula.radiography.View;
import org.trabecula.simulation.anatomy.Anatomy;
import org.trabecula.simulation.look.Rendering.Presentation;
import org.trabecula.simulation.look.Rendering.RawLog;
import org.trabecula.simulation.physics.Detector;
import org.trabecula.simulation.physics.Exposure;
import org.trabecula.simulation.population.Population;
import org.trabecula.simulation.population.SimulatedSubject;
import org.trabecula.simulation.projection.Positioning;
import org.trabecula.simulation.projection.Projection;
import org.trabecula.simulation.projection.Projector;

/** The ranges and shares of docs/reference-cohort.md, drawn. */
class ReferenceCohortTest {
  private static final SimulatedSubject SUBJECT = Population.MIXED.draw(1, 1);
  private static final Projection PROJECTION =
      Projector.project(Anatomy.of(SUBJECT), Positioning.straight(View.LUMBAR_AP), 8);
  private static final List<Exposure> EXPOSURES =
      IntStream.range(0, 4000)
          .mapToObj(i -> Protocol.REFERENCE_V1.exposure(PROJECTION, new SplittableRandom(i)))
          .toList();
  private static final List<Film> FILMS =
      IntStream.range(0, 1500)
          .mapToObj(i -> Simulator.of(Protocol.REFERENCE_V1).film(PROJECTION, person(), i))
          .toList();

  private static Subject person() {
    return SUBJECT.subject();
  }

  /** Drawn values span a range to a hundredth, and never leave it. */
  private static void spans(double low, double high, ToDoubleFunction<Exposure> of) {
    double[] values = EXPOSURES.stream().mapToDouble(of).sorted().toArray();
    double margin = 0.01 * (high - low);
    assertThat(values[0]).isBetween(low, low + margin);
    assertThat(values[values.length - 1]).isBetween(high - margin, high);
  }

  private static <T> double share(List<T> drawn, Predicate<T> of) {
    return drawn.stream().filter(of).count() / (double) drawn.size();
  }

  @Test
  void beamAndDetectorSpanTheProtocolsRanges() {
    spans(70, 90, e -> e.beam().kvp());
    spans(2.5, 3.5, e -> e.beam().filtrationMmAl());
    spans(0.6, 1.6, e -> e.beam().scatterFactor());
    spans(0.25, 3, Exposure::dose);
    spans(0.139, 0.2, e -> e.receptor().pitchMm());
    assertThat(EXPOSURES.stream().filter(e -> e.beam().grid()).map(e -> e.beam().gridRatio()))
        .allMatch(ratio -> ratio >= 8 && ratio <= 12);
    assertThat(share(EXPOSURES, e -> !e.beam().grid())).isCloseTo(0.15, within(0.02));
    assertThat(share(EXPOSURES, e -> e.detector() == Detector.FLAT_PANEL))
        .isCloseTo(0.60, within(0.025));
  }

  @Test
  void looksSpanTheProtocolsRanges() {
    assertThat(share(FILMS, f -> f.look().rendering() instanceof RawLog))
        .isCloseTo(0.25, within(0.03));
    assertThat(share(FILMS, f -> f.look().jpegQuality().isPresent())).isCloseTo(0.15, within(0.03));
    for (Film film : FILMS) {
      film.look().jpegQuality().ifPresent(q -> assertThat(q).isBetween(70, 95));
      if (film.look().jpegQuality().isEmpty()) {
        assertThat(film.look().bits()).isBetween(10, 16);
      }
      switch (film.look().rendering()) {
        case RawLog raw -> assertThat(raw.gain()).isBetween(0.5, 2.0);
        case Presentation shown -> assertThat(shown.tone().gamma()).isBetween(0.6, 1.6);
      }
    }
  }

  @Test
  void whatIsKnownHasTheProtocolsShares() {
    List<Film> tagged = FILMS.stream().filter(f -> f.look().jpegQuality().isEmpty()).toList();
    assertThat(share(FILMS, f -> f.description().subject().ageYears().isPresent()))
        .isCloseTo(0.90, within(0.03));
    assertThat(share(FILMS, f -> f.description().subject().weightKg().isPresent()))
        .isCloseTo(0.50, within(0.04));
    assertThat(share(tagged, f -> f.description().acquisition().kvp().isPresent()))
        .isCloseTo(0.80, within(0.04));
    assertThat(share(tagged, f -> f.description().acquisition().exposureIndex().isPresent()))
        .isCloseTo(0.50, within(0.04));
    assertThat(share(tagged, f -> f.description().spacing().isPresent()))
        .isCloseTo(0.90, within(0.03));
    assertThat(FILMS)
        .filteredOn(f -> f.look().jpegQuality().isPresent())
        .allMatch(f -> f.description().spacing().isEmpty());
  }
}
