package org.trabecula.report.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class CanvasTest {
  @Test
  void aLineCoversItsPixelsAndNoOthers() {
    Canvas canvas = new Canvas(20, 10, 0);
    canvas.line(List.of(new Point(2, 5), new Point(17, 5)), 1, 0xFFFFFF);

    assertThat(canvas.at(10, 5)).isEqualTo(0xFFFFFF);
    assertThat(canvas.at(10, 7)).isZero();
    assertThat(canvas.at(19, 5)).isZero();
  }

  @Test
  void drawingBeyondTheEdgeDoesNothing() {
    Canvas canvas = new Canvas(4, 4, 0x123456);
    canvas.line(List.of(new Point(-50, -50), new Point(-10, -20)), 3, 0xFFFFFF);
    canvas.text(new Point(100, 100), 12, "L4", 0xFFFFFF);

    assertThat(canvas.at(0, 0)).isEqualTo(0x123456);
  }

  @Test
  void opacityMixesColours() {
    Canvas canvas = new Canvas(1, 1, 0x000000);
    canvas.blend(0, 0, 0xFF8000, 0.5);

    assertThat(canvas.at(0, 0) >> 16).isCloseTo(128, within(1));
    assertThat(canvas.at(0, 0) & 0xFF).isZero();
  }

  @Test
  void everyCharacterOfALabelHasStrokes() {
    for (char c : "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.-/()".toCharArray()) {
      assertThat(StrokeFont.strokes(String.valueOf(c))).as("letter %s", c).isNotEmpty();
    }
  }

  @Test
  void lettersDiffer() {
    String letters = "ABCDEFGHIJKLMNPQRSTUVWXYZ123456789";
    assertThat(letters.chars().mapToObj(c -> StrokeFont.strokes(Character.toString(c))).distinct())
        .hasSize(letters.length());
  }
}
