package org.trabecula.learning.labelled;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LabelTableTest {
  private static final LabelColumns COLUMNS =
      new LabelColumns(
          "id",
          "t",
          "class",
          Optional.of("person"),
          Optional.of("style"),
          List.of("age"),
          Map.of("use", "clean"));

  @TempDir Path folder;

  @BeforeEach
  void films() throws IOException {
    for (String name : List.of("a.jpg", "b.png", "c.dcm")) {
      Files.createFile(folder.resolve(name));
    }
  }

  private LabelTable read(String... rows) throws IOException {
    Path file = folder.resolve("labels.csv");
    Files.writeString(file, "id,t,class,person,style,age,use\n" + String.join("\n", rows) + "\n");
    return LabelTable.read(file, folder, COLUMNS);
  }

  @Test
  void rowsBecomeFilms() throws IOException {
    LabelTable table =
        read(
            "a,-0.5,normal,p1,A,40,clean",
            "b.png,-2.6,osteoporosis,,B,,clean",
            "c,-1.5,osteopenia,p1,A,60,blurred",
            "c,,osteopenia,p1,A,60,clean");

    assertThat(table.films()).hasSize(2);
    assertThat(table.left()).isEqualTo(1);
    assertThat(table.unlabelled()).isEqualTo(1);
    assertThat(table.films().get(0))
        .isEqualTo(
            new LabelledFilm(
                "a", folder.resolve("a.jpg"), -0.5, "normal", "p1", "A", Map.of("age", "40")));
    assertThat(table.films().get(1).group()).isEqualTo("b.png");
    assertThat(table.films().get(1).covariates()).containsEntry("age", "");
  }

  @Test
  void classesGoFromTheHighestLabelToTheLowest() throws IOException {
    assertThat(
            read(
                    "a,-2.6,osteoporosis,,A,40,clean",
                    "b,-0.5,normal,,A,40,clean",
                    "c,-1.5,osteopenia,,A,40,clean")
                .classes())
        .containsExactly("normal", "osteopenia", "osteoporosis");
  }

  @ParameterizedTest(name = "{1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          a,-x,normal,p,A,40,clean | '-x' in column 't' is no number
          a,NaN,normal,p,A,40,clean | 'NaN' in column 't' is no number
          z,-1,normal,p,A,40,clean | no film 'z'
          a,-1,normal,p,A,40 | 6 cells
          """)
  void aBrokenRowIsNamed(String row, String sentence) {
    assertThatThrownBy(() -> read("b,-1,normal,p,A,40,clean", row))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("row 2")
        .hasMessageContaining(sentence);
  }

  @Test
  void aFilmIsListedOnce() {
    assertThatThrownBy(() -> read("a,-1,normal,p,A,40,clean", "a,-2,normal,p,A,40,clean"))
        .hasMessageContaining("'a' is empty or there twice");
  }

  @Test
  void aColumnThatIsNotThereIsNamedWithThoseThatAre() throws IOException {
    Path file = folder.resolve("labels.csv");
    Files.writeString(file, "id,t,class\n");

    assertThatThrownBy(() -> LabelTable.read(file, folder, COLUMNS))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("no column 'person'; it has id, t, class");
  }

  @Test
  void aHeaderWithAColumnTwiceIsNoTable() throws IOException {
    Path file = folder.resolve("labels.csv");
    Files.writeString(file, "id,id,class\n");

    assertThatThrownBy(() -> LabelTable.read(file, folder, COLUMNS))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("labels.csv is no table");
  }

  @Test
  void aStudyNeedsACovariate() {
    assertThatThrownBy(() ->
            new LabelColumns(
                "id", "t", "c", Optional.empty(), Optional.empty(), List.of(), Map.of()))
        .hasMessageContaining("No covariate");
  }
}
