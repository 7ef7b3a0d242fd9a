package org.trabecula.validation.page.checklist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ChecklistTest {
  static List<Checklist> all() {
    return Checklist.all();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("all")
  void itemsAreNumberedWithoutAGap(Checklist checklist) {
    List<Integer> numbers =
        checklist.rows().stream()
            .map(row -> Integer.valueOf(row.item().replaceAll("[a-z]", "")))
            .distinct()
            .toList();
    assertThat(numbers).isEqualTo(IntStream.rangeClosed(1, checklist.items()).boxed().toList());
    assertThat(checklist.rows().stream().map(Checklist.Row::item)).doesNotHaveDuplicates();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("all")
  void sourceAndEditionAreNamed(Checklist checklist) {
    assertThat(checklist.source()).contains("doi:10.");
    assertThat(checklist.edition()).matches("20\\d\\d.*");
    assertThat(checklist.checked()).contains("transcriptions");
    assertThat(checklist.version()).isPositive();
  }

  /** What is asked is our own short question: the originals are their authors'. */
  @ParameterizedTest(name = "{0}")
  @MethodSource("all")
  void everyItemIsAShortQuestion(Checklist checklist) {
    assertThat(checklist.rows())
        .allSatisfy(row -> {
          assertThat(row.asks()).endsWith("?").hasSizeLessThan(130);
          assertThat(row.topic()).isNotBlank().hasSizeLessThan(40);
        });
  }

  /** Counted in the publications' abstracts, and in two transcriptions of their tables. */
  @Test
  void theListsHaveTheSizesOfTheirEditions() {
    assertThat(all().stream().map(list -> list.name() + " " + list.items()))
        .containsExactly("STARD-AI 40", "TRIPOD+AI 27", "CLAIM 44");
    assertThat(all().stream().map(list -> list.rows().size())).containsExactly(48, 52, 44);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("all")
  void everyItemIsCountedOnce(Checklist checklist) {
    FilledChecklist filled = FilledChecklist.of(checklist, everySection(checklist));
    int sum = 0;
    for (FilledChecklist.State state : FilledChecklist.State.values()) {
      sum += filled.count(state);
      assertThat(filled.count(state)).isPositive();
    }
    assertThat(sum).isEqualTo(checklist.rows().size());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("all")
  void aReportWithoutSectionsLeavesEverythingToTheAuthor(Checklist checklist) {
    FilledChecklist filled = FilledChecklist.of(checklist, Set.of());
    assertThat(filled.count(FilledChecklist.State.OPEN)).isEqualTo(checklist.rows().size());
    assertThat(filled.answers()).allMatch(answer -> !answer.author().isBlank());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("all")
  void theMarkdownMarksWhatIsToBeFilledIn(Checklist checklist) {
    FilledChecklist filled = FilledChecklist.of(checklist, everySection(checklist));
    String markdown = filled.markdown("../report.html");
    int marked = markdown.split("\\[TO FILL IN: [^.]", -1).length - 1;
    assertThat(marked)
        .isEqualTo(
            filled.count(FilledChecklist.State.OPEN) + filled.count(FilledChecklist.State.BEGUN));
    assertThat(
            markdown
                .lines()
                .filter(line -> line.startsWith("| "))
                .map(line -> line.split("\\|").length))
        .containsOnly(6);
    assertThat(markdown).contains("](../report.html#limits)", filled.summary());
  }

  @Test
  void anItemThatNobodyAnswersIsNoItem() {
    assertThatThrownBy(
            () -> new Checklist.Row("1", "Title", "Title", "Which?", List.of(), " ", true))
        .hasMessage("Nobody answers item 1");
  }

  private static Set<String> everySection(Checklist checklist) {
    Set<String> sections = new HashSet<>();
    checklist.rows().forEach(row -> sections.addAll(row.sections()));
    return sections;
  }
}
