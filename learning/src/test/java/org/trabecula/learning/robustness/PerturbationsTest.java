package org.trabecula.learning.robustness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.trabecula.densitometry.Site;
import org.trabecula.radiography.Radiograph;
import org.trabecula.radiography.View;
import org.trabecula.simulation.Film;
import org.trabecula.simulation.Retake;
import org.trabecula.simulation.Sitter;
import org.trabecula.simulation.population.SimulatedSubject;

class PerturbationsTest {
  private final Sitting sitting = Sittings.tagged(View.LUMBAR_AP);

  @Test
  void namesAreDifferent() {
    List<String> names = Perturbations.card().stream().map(Perturbation::name).toList();
    assertThat(new HashSet<>(names)).hasSameSizeAs(names);
  }

  @Test
  void noChangeGivesTheSameFilm() {
    List<Perturbation> none =
        List.of(
            new Perturbation.Body("same", s -> s),
            new Perturbation.Retaken("same", s -> Retake.SAME),
            Perturbation.Finished.always("same", f -> Picture.edited(f, p -> p)));
    for (Perturbation perturbation : none) {
      Film film = perturbation.film(sitting).orElseThrow();
      assertThat(film.image().samples()).isEqualTo(sitting.film().image().samples());
      assertThat(film.description()).isEqualTo(sitting.film().description());
    }
  }

  @Test
  void everyChangeButTheHarmlessOnesChangesTheSamples() {
    Set<String> harmless = Set.of("other polarity, rightly tagged", "no tags but the view");
    float[] first = read(sitting.film()).samples();
    for (Perturbation perturbation : Perturbations.card()) {
      Optional<Film> film = perturbation.film(sitting);
      boolean same = film.isPresent() && java.util.Arrays.equals(read(film.get()).samples(), first);
      if (!harmless.contains(perturbation.name())) {
        assertThat(same).as(perturbation.name()).isFalse();
      }
    }
  }

  /** Up to the constant that polarity puts between them, readers see the same film. */
  @ParameterizedTest
  @EnumSource(View.class)
  void theOtherPolarityWithItsTagChangesNothing(View view) {
    Sitting tagged = Sittings.tagged(view);
    Film other = Perturbations.otherPolarity(tagged.film()).orElseThrow();
    assertThat(other.image().encoding().monochrome1())
        .isNotEqualTo(tagged.film().image().encoding().monochrome1());
    float[] was = tagged.radiograph(tagged.film()).orElseThrow().samples();
    float[] is = tagged.radiograph(other).orElseThrow().samples();
    float shift = is[0] - was[0];
    for (int i = 0; i < was.length; i++) {
      assertThat(is[i] - shift).isCloseTo(was[i], within(1e-3f));
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {-4, -1, 2, 4})
  void anotherThicknessLeavesBonesAndWidth(double cm) {
    SimulatedSubject was = sitting.sitter().subject();
    SimulatedSubject is = Perturbations.thicker(was, cm);
    assertThat(is.body().thicknessCm()).isCloseTo(was.body().thicknessCm() + cm, within(1e-9));
    double width = was.body().thicknessCm() * was.body().widthRatio();
    assertThat(is.body().thicknessCm() * is.body().widthRatio())
        .isBetween(0.85 * width, 1.15 * width);
    Sitter changed = sitting.sitter().changed(s -> is);
    assertThat(changed.exact(Site.L1_L4, List.of()))
        .isCloseTo(sitting.sitter().exact(Site.L1_L4, List.of()), within(1e-9));
  }

  @Test
  void whatIsToldOfTheFilmIsTrueOfIt() {
    double kvp = sitting.film().exposure().beam().kvp();
    Film more = sitting.retaken(Retake.exposed(e -> Perturbations.withKvp(e, 10)));
    assertThat(more.exposure().beam().kvp()).isCloseTo(kvp + 10, within(1e-9));
    sitting
        .film()
        .description()
        .acquisition()
        .kvp()
        .ifPresent(told ->
            assertThat(more.description().acquisition().kvp().orElseThrow())
                .isCloseTo(told + 10, within(1e-9)));
  }

  @Test
  void aTightFieldHoldsTheRegionsAndIsNotLarger() {
    for (View view : View.values()) {
      var projection = Sittings.tagged(view).projection();
      var tight = Places.tight(projection);
      assertThat(tight.height() * tight.width())
          .isLessThan(projection.field().height() * projection.field().width());
      Places regions = Places.of(projection.regions(), Places.flags(view));
      assertThat(tight.contains((regions.top() + regions.bottom()) / 2.0, regions.left() + 5.0))
          .isEqualTo(
              projection
                  .field()
                  .contains((regions.top() + regions.bottom()) / 2.0, regions.left() + 5.0));
    }
  }

  private Radiograph read(Film film) {
    return sitting.radiograph(film).orElseThrow();
  }
}
