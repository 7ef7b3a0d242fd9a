package org.trabecula.validation.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SvgWriterTest {
  /** Written by hand from the SVG 1.1 specification. */
  @Test
  void aSmallDrawingIsWrittenToTheLetter() {
    Drawing drawing =
        new Drawing(
            40,
            30,
            List.of(
                new Shape.Stroke(
                    List.of(new Point(0, 0.26), new Point(10, 20)), Pen.dashed(Ink.BLUE, 1.5)),
                Shape.Fill.box(1, 2, 3, 4, Ink.GREEN.faint(0.5)),
                new Shape.Dots(List.of(new Point(5, 5)), 2, Ink.BLACK),
                new Shape.Label(
                    "a < b", new Point(6, 7), Shape.Anchor.END, 11, true, false, Ink.GREY)));
    assertThat(new Figure("small", "Small & plain", "Four shapes.", drawing).svg())
        .isEqualTo(
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <svg xmlns="http://www.w3.org/2000/svg" width="40" height="30" viewBox="0 0 40 30" \
            role="img" aria-labelledby="small-title small-desc" font-family="Helvetica, Arial, \
            'Liberation Sans', sans-serif">
            <title id="small-title">Small &amp; plain</title>
            <desc id="small-desc">Four shapes.</desc>
            <rect width="100%" height="100%" fill="#ffffff"/>
            <path d="M0 0.3L10 20" fill="none" stroke="#0072b2" stroke-width="1.5" \
            stroke-dasharray="6 3"/>
            <path d="M1 2L3 2L3 4L1 4z" fill="#009e73" fill-opacity="0.50"/>
            <path d="M5 5h.1" fill="none" stroke="#1a1a1a" stroke-width="4" \
            stroke-linecap="round" stroke-opacity="1"/>
            <text x="6" y="7" text-anchor="end" font-size="11" font-weight="bold" \
            fill="#6b6b6b">a &lt; b</text>
            </svg>
            """);
  }

  @Test
  void noDotIsLostWhereManyLieOnEachOther() {
    Random random = new Random(3);
    List<Point> centres = new ArrayList<>();
    for (int i = 0; i < 500; i++) {
      centres.add(new Point(20 + random.nextInt(10), 20));
    }
    Drawing drawing = new Drawing(50, 50, List.of(new Shape.Dots(centres, 2, Ink.BLUE.faint(0.3))));
    String svg = new Figure("dots", "Dots", "Dots.", drawing).svg();
    assertThat(svg.split("h\\.1", -1)).hasSize(501);
    assertThat(svg.split("<path", -1)).hasSizeGreaterThan(50);
  }

  @Test
  void theSameFigureIsWrittenTheSame() {
    Figure one = SampleValues.figures(SampleValues.pairs(80, 2)).getFirst();
    Figure other = SampleValues.figures(SampleValues.pairs(80, 2)).getFirst();
    assertThat(one.svg()).isEqualTo(other.svg());
  }
}
