package org.trabecula.cohort;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.trabecula.cohort.Split.Fractions;

class SplitTest {
  private static final Path FOLDER = Path.of("study");

  static LongStream seeds() {
    return LongStream.range(0, 10);
  }

  /** Two radiographs of each of n subjects. */
  private static Manifest pairs(int subjects) {
    List<Manifest.Row> rows = new ArrayList<>();
    for (int i = 0; i < 2 * subjects; i++) {
      rows.add(Cohorts.row("S" + i % subjects, i));
    }
    return new Manifest(FOLDER, rows);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void noSubjectIsInTwoParts(long seed) {
    Split split = Split.bySubject(pairs(200), Fractions.DEFAULT, seed);
    assertThat(split.train().subjectIds())
        .doesNotContainAnyElementsOf(split.test().subjectIds())
        .doesNotContainAnyElementsOf(split.validation().subjectIds());
    assertThat(split.validation().subjectIds())
        .doesNotContainAnyElementsOf(split.test().subjectIds());
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void everyRowIsInOnePart(long seed) {
    Split split = Split.bySubject(pairs(200), Fractions.DEFAULT, seed);
    List<Manifest.Row> all = new ArrayList<>(split.train().rows());
    all.addAll(split.validation().rows());
    all.addAll(split.test().rows());
    assertThat(all).containsExactlyInAnyOrderElementsOf(pairs(200).rows());
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void orderAndCompanyDoNotMatter(long seed) {
    List<Manifest.Row> shuffled = new ArrayList<>(pairs(100).rows());
    Collections.shuffle(shuffled, new Random(seed));
    Split large = Split.bySubject(pairs(100), Fractions.DEFAULT, seed);
    Split small =
        Split.bySubject(new Manifest(FOLDER, shuffled.subList(0, 60)), Fractions.DEFAULT, seed);
    assertThat(large.test().subjectIds()).containsAll(small.test().subjectIds());
    assertThat(large.train().subjectIds()).containsAll(small.train().subjectIds());
  }

  @Test
  void theSharesAreMet() {
    Split split = Split.bySubject(pairs(5000), new Fractions(0.7, 0.2), 1);
    // Four standard errors of a share of 5,000 subjects: at most 0.026.
    assertThat(split.train().subjectIds().size() / 5000.0).isCloseTo(0.7, within(0.026));
    assertThat(split.validation().subjectIds().size() / 5000.0).isCloseTo(0.2, within(0.023));
    assertThat(split.test().subjectIds().size() / 5000.0).isCloseTo(0.1, within(0.017));
  }

  @Test
  void anotherSeedIsAnotherSplit() {
    assertThat(Split.bySubject(pairs(100), Fractions.DEFAULT, 1))
        .isNotEqualTo(Split.bySubject(pairs(100), Fractions.DEFAULT, 2));
  }

  @Test
  void aPartMayBeEverything() {
    assertThat(Split.bySubject(pairs(50), new Fractions(1, 0), 3).train()).isEqualTo(pairs(50));
    assertThat(Split.bySubject(pairs(50), new Fractions(0, 0), 3).test()).isEqualTo(pairs(50));
  }

  /** SHA-256 of "7:S1" begins with the 53 bits that place the subject; membership is for good. */
  @Test
  void membershipNeverChanges() {
    assertThat(LongStream.range(0, 12).mapToObj(i -> Split.part("S" + i, Fractions.DEFAULT, 7)))
        .containsExactlyElementsOf(GOLDEN);
  }

  @Test
  void foldsAreEvenAndFixed() {
    int[] counts = new int[5];
    for (int i = 0; i < 5000; i++) {
      counts[Split.fold("S" + i, 5, 11)]++;
    }
    for (int count : counts) {
      assertThat(count).isBetween(880, 1120);
    }
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Split.fold("S", 1, 11))
        .withMessageContaining("folds is 1");
  }

  @ParameterizedTest
  @CsvSource({"30, 10", "37, 10", "500, 7", "10, 10"})
  void dealtFoldsDifferByOneAtMostAndTheOrderDoesNotMatter(int subjects, int folds) {
    List<String> ids = new ArrayList<>(pairs(subjects).subjectIds());
    var dealt = Split.evenFolds(ids, folds, 3);
    Collections.shuffle(ids, new Random(3));

    assertThat(Split.evenFolds(ids, folds, 3)).isEqualTo(dealt);
    int[] sizes = new int[folds];
    dealt.values().forEach(fold -> sizes[fold]++);
    for (int size : sizes) {
      assertThat(size).isBetween(ids.size() / folds, (ids.size() + folds - 1) / folds);
    }
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Split.evenFolds(ids.subList(0, 5), 6, 3))
        .withMessageContaining("6 folds of 5 subjects");
  }

  @Test
  void sharesAboveOneAreRefused() {
    assertThatIllegalArgumentException().isThrownBy(() -> new Fractions(0.9, 0.2));
    assertThatIllegalArgumentException().isThrownBy(() -> new Fractions(-0.1, 0.2));
  }

  /** Python: int(hashlib.sha256(b"7:S0").hexdigest()[:16], 16) / 2**64 against 0.8 and 0.9. */
  private static final List<Split.Part> GOLDEN =
      List.of(
          Split.Part.TRAIN,
          Split.Part.VALIDATION,
          Split.Part.TRAIN,
          Split.Part.TRAIN,
          Split.Part.TRAIN,
          Split.Part.TRAIN,
          Split.Part.TRAIN,
          Split.Part.TRAIN,
          Split.Part.TRAIN,
          Split.Part.TEST,
          Split.Part.TRAIN,
          Split.Part.TRAIN);

  @ParameterizedTest
  @CsvSource({"0.8, 0.1", "0.92, 0.08", "0, 1", "1.0E-5, 0.5"})
  void fractionsAreReadAsTheyAreWritten(double train, double validation) {
    var fractions = new Split.Fractions(train, validation);
    assertThat(Split.Fractions.of(fractions.toString())).isEqualTo(fractions);
  }

  @Test
  void otherTextDoesNotNameFractions() {
    assertThatThrownBy(() -> Split.Fractions.of("0.8/0.1"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("0.8/0.1");
  }
}
