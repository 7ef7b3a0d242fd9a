package org.trabecula.validation.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class LetteringTest {
  private static final String SENTENCE = "metal over the region of interest, as a plate or a cage";

  @Test
  void brokenLinesFitAndLoseNoWord() {
    List<String> lines = Lettering.lines(SENTENCE, 11, 90);
    assertThat(String.join(" ", lines)).isEqualTo(SENTENCE);
    assertThat(lines).hasSizeGreaterThan(2).allMatch(line -> Lettering.width(line, 11) <= 90);
  }

  @Test
  void aWordThatIsTooLongStaysWhole() {
    assertThat(Lettering.lines("antidisestablishmentarianism", 11, 20)).hasSize(1);
  }

  @Test
  void aTextIsCutToItsRoom() {
    String fitted = Lettering.fitted(SENTENCE, 11, 90);
    assertThat(fitted).endsWith("\u2026");
    assertThat(Lettering.width(fitted, 11)).isLessThanOrEqualTo(90);
    assertThat(Lettering.fitted("short", 11, 90)).isEqualTo("short");
  }
}
