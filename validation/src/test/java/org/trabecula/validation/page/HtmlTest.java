package org.trabecula.validation.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.trabecula.validation.figure.Drawing;
import org.trabecula.validation.figure.Figure;

class HtmlTest {
  private final Html html = new Html(figure -> "[" + figure.name() + "]");

  @Test
  void aPlaceIsDefinedOnce() {
    html.heading(2, "limits", "Limits");
    assertThatThrownBy(() -> html.heading(2, "limits", "Limits again"))
        .hasMessage("The page has 'limits' already");
  }

  @Test
  void anAnchorThatIsThereIsNotRepeated() {
    html.anchor("agreement").anchor("agreement");
    assertThat(html.body()).isEqualTo("<a id=\"agreement\"></a>");
    assertThat(html.ids()).containsExactly("agreement");
  }

  @Test
  void headingsAreListedInOrder() {
    html.heading(2, "a", "A & B").heading(3, "b", "B");
    assertThat(html.headings())
        .containsExactly(new Html.Heading(2, "a", "A & B"), new Html.Heading(3, "b", "B"));
    assertThat(html.body()).contains("<h2 id=\"a\">A &amp; B</h2>");
  }

  @Test
  void anOddFigureStandsAloneInItsRow() {
    html.pairs(List.of(figure("one"), figure("two"), figure("three")));
    assertThat(html.body().split("<table class=\"figures\">", -1)).hasSize(3);
    assertThat(html.body()).contains("[one]", "[two]", "[three]");
  }

  @Test
  void aFigureStandsWithItsCaption() {
    html.figure("flow", figure("one"));
    assertThat(html.body())
        .isEqualTo(
            "<div id=\"flow\"><div class=\"figure\">[one]<p class=\"caption\">n &lt; 2</p></div>\n"
                + "</div>\n");
  }

  private static Figure figure(String name) {
    return new Figure(name, "Title", "n < 2", new Drawing(10, 10, List.of()));
  }
}
