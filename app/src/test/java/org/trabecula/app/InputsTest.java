package org.trabecula.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InputsTest {
  @TempDir Path folder;

  @Test
  void filesOfTheSameNameGetDifferentFolders() throws IOException {
    Path one = file("a/film.dcm");
    Path two = file("b/FILM.dcm");

    List<Inputs.Input> inputs = Inputs.of(List.of(one, two));

    assertThat(inputs).extracting(Inputs.Input::folder).containsExactly("film.dcm", "FILM.dcm-2");
  }

  @Test
  void theOrderIsThatOfNamesWhateverTheFileSystemSays() throws IOException {
    for (String name : List.of("z.dcm", "m/y.dcm", "a.dcm", "m/b.dcm")) {
      file(name);
    }

    assertThat(Inputs.of(List.of(folder)))
        .extracting(input -> input.name().replace('\\', '/'))
        .containsExactly("a.dcm", "m/b.dcm", "m/y.dcm", "z.dcm");
  }

  @Test
  void indexFilesAndHiddenFilesAreLeftOut() throws IOException {
    file("DICOMDIR");
    file(".thumbnails/x.png");
    file("real.dcm");

    assertThat(Inputs.of(List.of(folder)))
        .extracting(Inputs.Input::name)
        .containsExactly("real.dcm");
  }

  @Test
  void whatIsMissingIsNamed() {
    assertThatThrownBy(() -> Inputs.of(List.of(folder.resolve("gone"))))
        .isInstanceOf(NoSuchFileException.class)
        .hasMessageContaining("gone");
  }

  private Path file(String name) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, "x");
  }
}
