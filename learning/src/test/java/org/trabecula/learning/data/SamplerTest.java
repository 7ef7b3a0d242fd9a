package org.trabecula.learning.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SamplerTest {
  static LongStream seeds() {
    return LongStream.range(0, 10);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void anEpochShowsEveryExampleOnce(long seed) {
    Sampler sampler = new Sampler(20, 4, seed);
    List<Integer> seen = new ArrayList<>();
    for (long step = 5; step < 10; step++) {
      seen.addAll(sampler.indices(step));
    }
    assertThat(seen).hasSize(20).doesNotHaveDuplicates();
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void aStepDoesNotDependOnThoseBeforeIt(long seed) {
    Sampler walked = new Sampler(7, 3, seed);
    List<Integer> last = List.of();
    for (long step = 0; step <= 40; step++) {
      last = walked.indices(step);
    }
    Sampler jumped = new Sampler(7, 3, seed);
    assertThat(jumped.indices(40)).isEqualTo(last);
    assertThat(jumped.random(40, 1).nextLong()).isEqualTo(walked.random(40, 1).nextLong());
    assertThat(jumped.random(40, 1).nextLong()).isNotEqualTo(walked.random(40, 2).nextLong());
  }

  @Test
  void aStreamGivesTheBatchesInOrder() {
    try (BatchStream stream =
        new BatchStream(5, step -> new Batch(1, Map.of("step", new float[] {step})))) {
      assertThat(stream.take().get("step")).containsExactly(5);
      assertThat(stream.take().get("step")).containsExactly(6);
    }
  }
}
