package org.trabecula.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LabelStudyCommandTest {
  @TempDir Path folder;

  private CommandRun run(Object... more) {
    List<Object> words =
        new ArrayList<>(
            List.of("label-study", "--labels", folder.resolve("labels.csv"), "--images", folder));
    words.addAll(List.of("--films", "none", "--positive", "ill", "--covariates", "age,sex"));
    words.addAll(List.of("--out", folder.resolve("out")));
    words.addAll(List.of(more));
    return CommandRun.of(words.toArray());
  }

  @Test
  void aTableThatIsNotThereIsOneSentence() {
    CommandRun run = run();

    assertThat(run.code()).isEqualTo(3);
    assertThat(run.err()).contains("labels.csv");
    assertThat(run.err().strip().lines()).hasSize(1);
  }

  @Test
  void aColumnThatIsNotThereIsNamed() throws IOException {
    Files.writeString(folder.resolve("labels.csv"), "image,t_score,class,age\n");

    CommandRun run = run();

    assertThat(run.code()).isEqualTo(3);
    assertThat(run.err()).contains("no column 'sex'; it has image, t_score, class, age");
  }

  @Test
  void oneFoldIsWrongUsage() {
    CommandRun run = run("--folds", 1);

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("1 folds");
  }

  @Test
  void aTableWithoutARowThatTakesPartSaysSo() throws IOException {
    Files.writeString(folder.resolve("labels.csv"), "image,t_score,class,age,sex\n");

    CommandRun run = run();

    assertThat(run.code()).isEqualTo(3);
    assertThat(run.err()).contains("No row of the table takes part");
  }
}
