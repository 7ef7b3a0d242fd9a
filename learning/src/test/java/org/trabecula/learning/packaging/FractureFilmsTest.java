package org.trabecula.learning.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.trabecula.cohort.Densities;
import org.trabecula.cohort.Manifest;
import org.trabecula.cohort.Truth;
import org.trabecula.densitometry.ScannerScale;
import org.trabecula.densitometry.Site;
import org.trabecula.densitometry.Subject;
import org.trabecula.learning.training.TrainingSettings;
import org.trabecula.radiography.Laterality;
import org.trabecula.radiography.View;
import org.trabecula.screening.FractureSigns;

class FractureFilmsTest {
  @Test
  void filmsThatTellOfNoOrOfFewFracturesTeachNothing() throws IOException {
    for (String label : List.of("", FractureFilms.NONE, "L1")) {
      List<Manifest.Row> rows = new ArrayList<>();
      for (int i = 0; i < 30; i++) {
        rows.add(row("s" + i, label));
      }
      FractureFilms.Learned learned =
          FractureFilms.learned(
              Path.of("no-package"),
              List.of(new Manifest(Path.of("nowhere"), rows)),
              TrainingSettings.STANDARD);
      assertThat(learned.signs()).isEqualTo(FractureSigns.NONE);
      assertThat(learned.sentence()).contains("Too few films");
    }
  }

  private static Manifest.Row row(String subject, String fractured) {
    Map<Site, Double> densities = Map.of(Site.L1_L4, 0.9);
    return new Manifest.Row(
        subject,
        Path.of(subject + ".dcm"),
        View.LUMBAR_AP,
        Laterality.UNPAIRED,
        Subject.UNKNOWN,
        ScannerScale.HOLOGIC,
        true,
        new Densities(densities, densities),
        Truth.NONE,
        Optional.empty(),
        Map.of(FractureFilms.COLUMN, fractured));
  }
}
