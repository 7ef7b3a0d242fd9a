package org.trabecula.learning.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeptTextTest {
  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"", "one line", "two\nlines\n", "# fingerprint of another\n"})
  void aTextIsReadBackAsItWas(String text) throws IOException {
    KeptText kept = new KeptText(folder.resolve("below/kept.csv"), "this one");
    assertThat(kept.read()).isEmpty();
    kept.write(text);
    assertThat(kept.read()).contains(text);
    assertThat(new KeptText(kept.file(), "another one").read()).isEmpty();
    try (var files = Files.list(folder.resolve("below"))) {
      assertThat(files).containsExactly(kept.file());
    }
  }

  @Test
  void aFileThatIsNotOfThisKindHoldsNothing() throws IOException {
    Path file = folder.resolve("kept.csv");
    Files.writeString(file, "no line end");
    assertThat(new KeptText(file, "this one").read()).isEmpty();
  }

  @Test
  void aFingerprintIsOneLine() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new KeptText(folder, "two\nlines"))
        .withMessageContaining("one line");
  }
}
