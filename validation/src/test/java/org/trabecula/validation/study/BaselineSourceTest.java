package org.trabecula.validation.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class BaselineSourceTest {
  private static final List<Prediction> ROWS = SyntheticStudy.predictions(1, 200, 1, 0.05);

  private static double[] said(BaselineSource source, BaselineModel.Kind kind) {
    return source.predict(kind, ROWS).orElseThrow();
  }

  @ParameterizedTest
  @EnumSource(BaselineModel.Kind.class)
  void aTrainedBaselineSaysWhatItsModelSays(BaselineModel.Kind kind) {
    List<Observation> train = SiteEvaluatorTest.train(3);
    BaselineModel model = BaselineModel.fit(kind, train);
    double[] said = said(new BaselineSource.Trained(train), kind);
    for (int i = 0; i < said.length; i++) {
      assertThat(said[i]).isEqualTo(model.predict(ROWS.get(i).subject()));
    }
  }

  /** Nobody's own density is in what is said of them: moving it moves all but their own. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void nobodyTeachesTheirOwnBaseline(long seed) {
    BaselineSource source = new BaselineSource.CrossValidated(10, seed);
    Prediction first = ROWS.getFirst();
    List<Prediction> moved = new ArrayList<>(ROWS);
    moved.set(
        0,
        new Prediction(
            first.subjectId(),
            first.subject(),
            first.truth() + 1,
            first.estimate(),
            true,
            first.traits()));
    double[] before = said(source, BaselineModel.Kind.AGE_SEX);
    double[] after = source.predict(BaselineModel.Kind.AGE_SEX, moved).orElseThrow();
    int changed = 0;
    for (int i = 0; i < before.length; i++) {
      changed += before[i] == after[i] ? 0 : 1;
    }
    assertThat(after[0]).isEqualTo(before[0]);
    // Their fold holds 20 of 200.
    assertThat(changed).isEqualTo(180);
  }

  @Test
  void theMeanOutOfFoldIsThatOfTheOtherFolds() {
    double[] said = said(new BaselineSource.CrossValidated(2, 1), BaselineModel.Kind.MEAN);
    List<Double> different = Arrays.stream(said).distinct().boxed().toList();
    assertThat(different).hasSize(2);
    double mean = ROWS.stream().mapToDouble(Prediction::truth).average().orElseThrow();
    assertThat((different.get(0) + different.get(1)) / 2).isCloseTo(mean, within(1e-12));
  }

  @Test
  void withTooLittleToLearnFromThereIsNone() {
    List<Prediction> few = ROWS.subList(0, 29);
    assertThat(new BaselineSource.CrossValidated(10, 1).predict(BaselineModel.Kind.MEAN, few))
        .isEmpty();
    assertThat(new BaselineSource.Trained(List.of()).predict(BaselineModel.Kind.MEAN, ROWS))
        .isEmpty();
    assertThat(new BaselineSource.CrossValidated(10, 1).reasonIfNone())
        .isEqualTo("fewer than 30 subjects to learn from");
    assertThat(new BaselineSource.Trained(List.of()).label()).isEqualTo("no training row");
    assertThat(new BaselineSource.CrossValidated(10, 1).label())
        .isEqualTo("10-fold cross-validation by subject");
    assertThatIllegalArgumentException().isThrownBy(() -> new BaselineSource.CrossValidated(1, 1));
  }
}
