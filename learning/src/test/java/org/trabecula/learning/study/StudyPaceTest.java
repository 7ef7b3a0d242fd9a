package org.trabecula.learning.study;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StudyPaceTest {
  @Test
  void whatIsLeftTakesAsLongAsItWentSoFar() {
    StudyPace pace = new StudyPace(100_000);
    assertThat(pace.sentence()).isEqualTo("0 % of all training done");
    pace.skipped(20_000);
    assertThat(pace.sentence()).isEqualTo("20 % of all training done");
    pace.at(4_000, 100);
    pace.at(8_000, 100);
    // 72,000 images at 100 a second are 12 minutes.
    assertThat(pace.sentence()).isEqualTo("28 % of all training done, about 12 min left");
    pace.ended();
    pace.at(12_000, 50);
    // 20,000 images in 320 s; 60,000 in 960.
    assertThat(pace.sentence()).isEqualTo("40 % of all training done, about 16 min left");
  }

  @Test
  void hoursAreSaidAsHours() {
    StudyPace pace = new StudyPace(1_000_000);
    pace.at(100_000, 50);
    assertThat(pace.sentence()).isEqualTo("10 % of all training done, about 5 h 00 min left");
  }
}
