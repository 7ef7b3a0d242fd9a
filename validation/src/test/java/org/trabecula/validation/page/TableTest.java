package org.trabecula.validation.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.trabecula.validation.Estimate;
import org.trabecula.validation.Statistic;

class TableTest {
  @Test
  void aFigureStandsWithItsInterval() {
    assertThat(Table.of(Statistic.of(new Estimate(0.0612, 0.057, 0.0649, 0.95)), 3))
        .isEqualTo("0.061 <span class=\"interval\">(0.057&#160;to&#160;0.065)</span>");
  }

  @Test
  void aFigureThatIsNotDefinedSaysWhy() {
    assertThat(Table.of(Statistic.undefined("n < 2"), 3))
        .isEqualTo("<span class=\"none\">n &lt; 2</span>");
  }

  @Test
  void aRowFillsTheTable() {
    assertThatThrownBy(() -> Table.facts("x", "a", "b").row("1"))
        .hasMessage("1 cells below 2 headings");
  }

  @Test
  void unitsAreNotBroken() {
    assertThat(Table.facts("x", "a", "b").row("MAE, g/cm²", "1").html())
        .contains("MAE, <span class=\"unit\">g/cm²</span>");
  }

  @Test
  void controlCharactersDoNotReachThePage() {
    assertThat(Html.escaped("a\u0000<b>\u001b\ud800")).isEqualTo("a &lt;b&gt;  ");
  }
}
