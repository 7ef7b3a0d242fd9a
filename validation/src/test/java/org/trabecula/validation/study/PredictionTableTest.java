package org.trabecula.validation.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.trabecula.densitometry.DensityEstimate;
import org.trabecula.densitometry.ScannerScale;
import org.trabecula.densitometry.Sex;
import org.trabecula.densitometry.Site;
import org.trabecula.densitometry.Subject;

class PredictionTableTest {
  @TempDir Path folder;

  private static Prediction drawn(SplittableRandom random, int number) {
    Subject subject =
        new Subject(
            random.nextBoolean()
                ? Optional.of(Sex.values()[random.nextInt(Sex.values().length)])
                : Optional.empty(),
            random.nextBoolean()
                ? OptionalDouble.of(random.nextDouble(20, 90))
                : OptionalDouble.empty(),
            OptionalDouble.empty(),
            random.nextBoolean()
                ? OptionalDouble.of(random.nextDouble(40, 90))
                : OptionalDouble.empty());
    Site site = Site.values()[random.nextInt(Site.values().length)];
    return new Prediction(
        "who, \"number\" " + number,
        subject,
        random.nextDouble(0.4, 1.5),
        DensityEstimate.normal(
            site, random.nextDouble(0.4, 1.5), random.nextDouble(0.01, 0.1), ScannerScale.LUNAR),
        random.nextBoolean(),
        random.nextBoolean() ? Map.of("look", "ANY, of all") : Map.of());
  }

  private Path written(List<Prediction> predictions) throws IOException {
    Path file = folder.resolve("predictions.csv");
    Files.writeString(file, new PredictionTable(predictions).text());
    return file;
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void whatIsWrittenIsReadBackExactly(long seed) throws IOException {
    SplittableRandom random = new SplittableRandom(seed);
    List<Prediction> predictions = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      predictions.add(drawn(random, i));
    }
    assertThat(PredictionTable.read(written(predictions)).predictions()).isEqualTo(predictions);
  }

  @ParameterizedTest
  @CsvSource({"L1-L4,L1-L9,L1-L9", "hologic,holo,HOLO", "0.9,nine,nine", "1.0,-1.0,-1.0"})
  void aWrongCellIsNamedWithItsLine(String right, String wrong, String named) throws IOException {
    Prediction one =
        Prediction.of(
            "a",
            Subject.UNKNOWN,
            1.0,
            DensityEstimate.normal(Site.L1_L4, 0.9, 0.05, ScannerScale.HOLOGIC));
    Path file = written(List.of(one));
    Files.writeString(
        file, Files.readString(file).replaceFirst("(?<=,)" + right + ",", wrong + ","));
    assertThatThrownBy(() -> PredictionTable.read(file))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("line 2")
        .hasMessageContaining(named);
  }

  @Test
  void aMissingColumnIsNamed() throws IOException {
    Path file = folder.resolve("predictions.csv");
    Files.writeString(file, "subject,site,truth\na,L1,1\n");
    assertThatThrownBy(() -> PredictionTable.read(file))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("no column 'sex'");
  }
}
