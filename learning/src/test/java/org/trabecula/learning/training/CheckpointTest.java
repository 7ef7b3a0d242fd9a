package org.trabecula.learning.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trabecula.learning.torch.TrainerState;

class CheckpointTest {
  @TempDir Path folder;

  private static Checkpoint checkpoint() {
    TrainerState state =
        new TrainerState(
            17,
            new float[] {1, -2, 3},
            new float[] {1.5f, Float.MIN_VALUE, 0},
            new float[] {4, 5},
            new float[] {6, 7});
    return new Checkpoint("density 3 films", state, 100, 12.5);
  }

  @Test
  void aCheckpointComesBackAsItWasWritten() throws IOException {
    Path file = folder.resolve("c");
    checkpoint().write(file);
    assertThat(Checkpoint.read(file)).isEqualTo(checkpoint());
    try (var files = Files.list(folder)) {
      assertThat(files).containsExactly(file);
    }
  }

  @Test
  void aDamagedFileIsToldFromACheckpoint() throws IOException {
    Path file = folder.resolve("c");
    checkpoint().write(file);
    byte[] bytes = Files.readAllBytes(file);
    Files.write(file, Arrays.copyOf(bytes, bytes.length - 5));
    assertThatThrownBy(() -> Checkpoint.read(file)).hasMessageContaining("cut short");
    Files.write(file, new byte[40]);
    assertThatThrownBy(() -> Checkpoint.read(file)).hasMessageContaining("not a checkpoint");
  }

  @Test
  void theLearningRateRisesAndFalls() {
    Schedule schedule = new Schedule(100, 10, 1e-3);
    assertThat(schedule.learningRate(0)).isCloseTo(1e-4, within(1e-12));
    assertThat(schedule.learningRate(9)).isCloseTo(1e-3, within(1e-12));
    assertThat(schedule.learningRate(55)).isCloseTo(0.505e-3, within(1e-6));
    assertThat(schedule.learningRate(100)).isCloseTo(1e-5, within(1e-12));
    assertThat(schedule.progress(50)).isEqualTo(0.5);
    for (long step = 10; step < 100; step++) {
      assertThat(schedule.learningRate(step + 1)).isLessThan(schedule.learningRate(step));
    }
  }
}
