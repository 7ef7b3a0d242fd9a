package org.trabecula.learning.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.trabecula.densitometry.Site;
import org.trabecula.learning.study.OutOfFold.Distribution;
import org.trabecula.learning.training.KeptText;

class OutOfFoldFileTest {
  @TempDir Path folder;

  /** What nobody said, of as many subjects. */
  static List<OutOfFold> drawn(int subjects, int folds, long seed) {
    RandomGenerator random = new SplittableRandom(seed);
    List<OutOfFold> all = new ArrayList<>();
    for (int i = 0; i < subjects; i++) {
      Map<Knowledge, Map<Site, Distribution>> said = new EnumMap<>(Knowledge.class);
      for (Knowledge knowledge : Knowledge.values()) {
        Map<Site, Distribution> sites = new EnumMap<>(Site.class);
        for (Site site : Site.values()) {
          sites.put(
              site, new Distribution(random.nextDouble(0.4, 1.6), random.nextDouble(0.01, 0.2)));
        }
        said.put(knowledge, sites);
      }
      all.add(new OutOfFold("subject-" + i, i % folds, said));
    }
    return all;
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void whatIsWrittenIsReadBackExactly(long seed) throws IOException {
    Path file = folder.resolve("fold.csv");
    List<OutOfFold> all = drawn(7, 3, seed);
    OutOfFoldFile.write(new KeptText(file, "a training"), all);
    assertThat(OutOfFoldFile.read(new KeptText(file, "a training"))).contains(all);
  }

  @Test
  void whatBelongsToAnotherTrainingIsNotTakenUp() throws IOException {
    Path file = folder.resolve("fold.csv");
    assertThat(OutOfFoldFile.read(new KeptText(file, "a training"))).isEmpty();
    OutOfFoldFile.write(new KeptText(file, "a training"), drawn(2, 2, 1));
    assertThat(OutOfFoldFile.read(new KeptText(file, "another training"))).isEmpty();
  }

  @Test
  void aDamagedFileIsNamed() throws IOException {
    Path file = folder.resolve("fold.csv");
    OutOfFoldFile.write(new KeptText(file, "a training"), drawn(2, 2, 1));
    Files.writeString(file, Files.readString(file).replace("L2-L4", "L2-L9"));
    assertThatThrownBy(() -> OutOfFoldFile.read(new KeptText(file, "a training")))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("fold.csv")
        .hasMessageContaining("L2-L9");
  }
}
