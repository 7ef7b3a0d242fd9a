package org.trabecula.cohort.pairing.duplicates;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.trabecula.cohort.pairing.Pictures;
import org.trabecula.cohort.pairing.duplicates.Likeness.Kind;
import org.trabecula.radiography.Radiograph;

class DuplicatesTest {
  private static Optional<Fingerprint> print(Radiograph radiograph) {
    return Optional.of(Fingerprint.of(radiograph));
  }

  private static List<Likeness> alike(Radiograph one, Radiograph other) {
    return Duplicates.among(List.of(print(one), print(other)));
  }

  private static Radiograph copy(long seed, double cut, double gain, double offset) {
    return Pictures.of(Pictures.scene(seed), 160, 120, cut, v -> gain * v + offset);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void thePixelsThemselvesDecideWhatIsExact(long seed) {
    Radiograph film = Pictures.of(seed);
    List<Likeness> pairs = alike(film, film.describedBy(Radiograph.Description.UNKNOWN));
    assertThat(pairs).containsExactly(new Likeness(0, 1, Kind.EXACT, 1));
    float[] touched = film.samples();
    touched[77] += 0.01f;
    Radiograph other = Radiograph.copyOf(film.rows(), film.columns(), touched, film.description());
    assertThat(alike(film, other)).extracting(Likeness::kind).containsExactly(Kind.NEAR);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
  void brightnessContrastAndResolutionDoNotHideACopy(long seed) {
    Radiograph film = Pictures.of(seed);
    assertThat(alike(film, copy(seed, 0, 0.3, 500)))
        .singleElement()
        .satisfies(pair -> {
          assertThat(pair.kind()).isEqualTo(Kind.NEAR);
          assertThat(pair.correlation()).isGreaterThan(0.99).isLessThanOrEqualTo(1);
        });
    Radiograph larger = Pictures.of(Pictures.scene(seed), 331, 257, 0, v -> v);
    assertThat(alike(film, larger)).extracting(Likeness::kind).containsExactly(Kind.NEAR);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
  void aCutOfTwoPercentDoesNotHideACopy(long seed) {
    assertThat(alike(Pictures.of(seed), copy(seed, 0.02, 1, 0)))
        .extracting(Likeness::kind)
        .containsExactly(Kind.NEAR);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void mirrorImagesAndNegativesAreFound(long seed) {
    Pictures.Scene scene = Pictures.scene(seed);
    Radiograph film = Pictures.of(seed);
    Radiograph mirrored =
        Pictures.of((down, across) -> scene.at(down, 1 - across), 160, 120, 0, v -> v);
    assertThat(alike(film, mirrored)).extracting(Likeness::kind).containsExactly(Kind.MIRRORED);
    assertThat(alike(film, copy(seed, 0, -1, 9)))
        .extracting(Likeness::kind)
        .containsExactly(Kind.INVERTED);
  }

  @Test
  void unlikePicturesOfOneAnatomyStayApart() {
    List<Optional<Fingerprint>> prints = new ArrayList<>();
    for (long seed = 100; seed < 160; seed++) {
      prints.add(print(Pictures.of(seed)));
    }
    assertThat(Duplicates.among(prints)).isEmpty();
  }

  @Test
  void filesThatCouldNotBeReadAreNobodysCopy() {
    assertThat(Duplicates.among(List.of(Optional.empty(), Optional.empty()))).isEmpty();
  }

  @Test
  void aLikenessDoesNotDependOnTheOrder() {
    List<Optional<Fingerprint>> prints =
        List.of(print(Pictures.of(1)), print(Pictures.of(2)), print(copy(1, 0.01, 0.5, 1)));
    assertThat(Duplicates.among(prints)).extracting(Likeness::first).containsExactly(0);
    assertThat(Duplicates.among(prints.reversed())).extracting(Likeness::second).containsExactly(2);
  }

  @Test
  void copiesOfCopiesAreOneGroup() {
    List<Likeness> pairs =
        List.of(new Likeness(0, 3, Kind.NEAR, 0.9), new Likeness(2, 3, Kind.NEAR, 0.9));
    assertThat(Groups.of(5, pairs).several()).containsExactly(List.of(0, 2, 3));
    assertThat(Groups.of(5, pairs).first(3)).isZero();
    assertThat(Groups.of(5, pairs).first(4)).isEqualTo(4);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void theHashOfTheMirrorImageFollowsFromTheHash(long seed) {
    Pictures.Scene scene = Pictures.scene(seed);
    Radiograph mirrored =
        Pictures.of((down, across) -> scene.at(down, 1 - across), 160, 120, 0, v -> v);
    long hash = Fingerprint.of(Pictures.of(seed)).rough();
    assertThat(RoughHash.distance(RoughHash.mirrored(hash), Fingerprint.of(mirrored).rough()))
        .isLessThanOrEqualTo(1);
    assertThat(RoughHash.mirrored(RoughHash.mirrored(hash))).isEqualTo(hash);
  }

  @Test
  void anEmptyPictureIsLikeNothing() {
    Radiograph flat = Pictures.of((down, across) -> 1, 100, 100, 0, v -> v);
    Radiograph other = Pictures.of((down, across) -> 2, 100, 100, 0, v -> v);
    assertThat(alike(flat, other)).isEmpty();
  }
}
