package org.trabecula.app;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CommandWordsTest {
  @Test
  void wordsThatAShellWouldSplitAreQuoted() {
    assertThat(CommandWords.quoted("cohort/manifest.csv")).isEqualTo("cohort/manifest.csv");
    assertThat(CommandWords.quoted("my films")).isEqualTo("'my films'");
    assertThat(CommandWords.quoted("it's")).isEqualTo("'it'\\''s'");
    assertThat(CommandWords.quoted("")).isEqualTo("''");
  }
}
