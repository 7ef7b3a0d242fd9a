package org.trabecula.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.trabecula.densitometry.Site;
import org.trabecula.learning.training.TrainingEvent;

class TrainingLogTest {
  private final StringWriter text = new StringWriter();
  private final TrainingLog log = new TrainingLog(new PrintWriter(text, true));

  @Test
  void stepsTellLossesAndSpeed() {
    log.heard(new TrainingEvent.Stepped("lumbar-ap", 50, 200, Map.of("map", 0.25), 91.4));

    assertThat(text.toString()).contains("lumbar-ap", "step 50 of 200: map 0.2500; 91 images/s");
  }

  @Test
  void validationTellsErrorsBySiteInOrder() {
    log.heard(
        new TrainingEvent.Validated(
            "lumbar-ap", 50, Map.of(Site.TOTAL_HIP, 0.07, Site.L1_L4, 0.06)));

    assertThat(text.toString()).contains("g/cm2: L1-L4 0.0600, total hip 0.0700");
  }

  @Test
  void preparationIsTenLinesHoweverManyFilms() {
    for (int i = 1; i <= 5000; i++) {
      log.prepared("films", i, 5000);
    }

    assertThat(text.toString().lines()).hasSize(10);
  }
}
