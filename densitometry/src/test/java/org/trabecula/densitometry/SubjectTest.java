package org.trabecula.densitometry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SubjectTest {

  @Test
  void whatIsStatedGoesBeforeWhatIsKnown() {
    Subject known = Subjects.of(Sex.MALE, 50);
    Subject stated = Subjects.of(70, 60);
    Subject both = known.overriddenBy(stated);
    assertThat(both.sex()).contains(Sex.FEMALE);
    assertThat(both.ageYears()).hasValue(70);
    assertThat(both.weightKg()).hasValue(60);
    assertThat(known.overriddenBy(Subject.UNKNOWN)).isEqualTo(known);
    assertThat(Subject.UNKNOWN.overriddenBy(known)).isEqualTo(known);
  }

  @Test
  void impossibleSubjectsAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Subjects.of(Sex.MALE, 131))
        .withMessageContaining("ageYears is 131.0 years");
    assertThatIllegalArgumentException().isThrownBy(() -> Subjects.of(Sex.MALE, Double.NaN));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Subjects.of(60, 0.5))
        .withMessageContaining("weightKg");
  }

  @ParameterizedTest
  @EnumSource(Site.class)
  void aSiteIsFoundByItsLabel(Site site) {
    assertThat(Site.of(site.label())).isEqualTo(site);
    assertThat(site.isLumbar()).isEqualTo(site.label().startsWith("L"));
  }

  @Test
  void anUnknownSiteIsNamed() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Site.of("L5"))
        .withMessageContaining("'L5'");
  }
}
