package org.trabecula.report.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.trabecula.densitometry.Subject;
import org.trabecula.report.SampleReports;

class FilmTest {
  @Test
  void aFilmThatCouldNotBeReadHasAnUnknownSubject() {
    assertThat(new Film("x", SampleReports.HASH, Optional.empty()).subject())
        .isEqualTo(Subject.UNKNOWN);
  }

  @Test
  void aHashIsSixtyFourHexadecimalDigits() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Film("x", "abc", Optional.empty()))
        .withMessageContaining("abc");
  }
}
