package org.trabecula.learning.labelled;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trabecula.learning.torch.LabelPredictor.Answer;

class AnswerFileTest {
  @TempDir Path folder;

  private static final List<Answer> ANSWERS =
      List.of(
          new Answer(-1.0 / 3, List.of(0.1 + 0.2, 0.7)),
          new Answer(-2.5, List.of(1e-12, 1 - 1e-12)));

  private AnswerFile file(String fingerprint, String... films) {
    return new AnswerFile(
        folder.resolve("answers/a.csv"),
        fingerprint,
        List.of(films),
        List.of("well", "ill, badly"));
  }

  @Test
  void answersComeBackToTheLastBit() throws IOException {
    file("f", "one", "two, really").write(ANSWERS);

    assertThat(file("f", "one", "two, really").read()).contains(ANSWERS);
  }

  @Test
  void answersOfAnythingElseAreNone() throws IOException {
    assertThat(file("f", "one", "two").read()).isEmpty();

    file("f", "one", "two").write(ANSWERS);

    assertThat(file("g", "one", "two").read()).isEmpty();
    assertThat(file("f", "two", "one").read()).isEmpty();
    assertThat(file("f", "one").read()).isEmpty();
  }

  @Test
  void aFileWithoutItsLastRowIsNone() throws IOException {
    AnswerFile file = file("f", "one", "two");
    file.write(ANSWERS);
    List<String> lines = Files.readAllLines(file.file());
    Files.write(file.file(), lines.subList(0, 3));

    assertThat(file.read()).isEmpty();
  }
}
