package org.trabecula.learning.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trabecula.densitometry.Site;

class PreparedSetTest {
  @TempDir Path folder;

  private Preparation.Options options() {
    return new Preparation.Options(folder, 2, Progress.SILENT);
  }

  @Test
  void anExampleComesBackAsItWentIn() throws IOException {
    PreparedSet set =
        Preparation.of("s", 3, slot -> Optional.of(DrawnFilms.example(slot)), options());
    Example before = DrawnFilms.example(2);
    Example after = set.example(2);
    assertThat(after.covariates()).isEqualTo(before.covariates());
    assertThat(after.truth().map).isEqualTo(before.truth().map);
    assertThat(after.truth().flags).isEqualTo(before.truth().flags);
    assertThat(after.density(Site.L3)).isEqualTo(before.density(Site.L3));
    assertThat(after.known(Site.TOTAL_HIP)).isFalse();
    assertThat(after.mapKnown()).isTrue();
    // 4 / 32767 per step.
    assertThat((double) after.sample(100, 90)).isCloseTo(before.sample(100, 90), within(1e-4));
  }

  @Test
  void whatIsPreparedIsNotPreparedAgain() throws IOException {
    AtomicInteger calls = new AtomicInteger();
    Preparation.Source source =
        slot -> {
          calls.incrementAndGet();
          return slot == 1 ? Optional.empty() : Optional.of(DrawnFilms.example(slot));
        };
    Preparation.of("s", 4, source, options());
    PreparedSet again = Preparation.of("s", 4, source, options());
    assertThat(calls).hasValue(4);
    assertThat(again.ready()).containsExactly(0, 2, 3);
    assertThat(again.refused()).isEqualTo(1);
    assertThatThrownBy(() -> again.example(1)).hasMessageContaining("REFUSED");
  }

  @Test
  void whatAnEarlierVersionPreparedIsPreparedAgain() throws IOException {
    AtomicInteger calls = new AtomicInteger();
    Preparation.Source source =
        slot -> {
          calls.incrementAndGet();
          return Optional.of(DrawnFilms.example(slot));
        };
    Preparation.of("s", 2, source, options());
    Path file = folder.resolve("s.bin");
    byte[] bytes = Files.readAllBytes(file);
    bytes["trabecula-prepared/".length()] = '1';
    Files.write(file, bytes);
    assertThat(Preparation.of("s", 2, source, options()).ready()).hasSize(2);
    assertThat(calls).hasValue(4);
  }

  @Test
  void anInterruptedPreparationGoesOn() throws IOException {
    AtomicInteger calls = new AtomicInteger();
    assertThatThrownBy(() ->
            Preparation.of(
                "s",
                3,
                slot -> {
                  if (slot == 2) {
                    throw new IOException("gone");
                  }
                  return Optional.of(DrawnFilms.example(slot));
                },
                options()))
        .isInstanceOf(IOException.class)
        .hasMessage("gone");
    PreparedSet set =
        Preparation.of(
            "s",
            3,
            slot -> {
              calls.incrementAndGet();
              return Optional.of(DrawnFilms.example(slot));
            },
            options());
    assertThat(set.ready()).hasSize(3);
    assertThat(calls).hasValue(1);
  }
}
