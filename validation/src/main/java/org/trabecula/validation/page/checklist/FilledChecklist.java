package org.trabecula.validation.page.checklist;

import java.util.List;
import java.util.Set;

/**
 * A checklist beside a report: what the report answers, what it begins and what is left.
 *
 * @param checklist the guideline
 * @param answers one for each row
 */
public record FilledChecklist(Checklist checklist, List<Answer> answers) {

  /** Who answers an item. */
  public enum State {
    /** The report does, wholly. */
    ANSWERED("answered"),
    /** The report gives what it knows and the author must complete it. */
    BEGUN("yours to complete"),
    /** Only the author can. */
    OPEN("left to you");

    private final String label;

    State(String label) {
      this.label = label;
    }

    /** The state in print. */
    public String label() {
      return label;
    }
  }

  /**
   * An item answered.
   *
   * @param sections of this report that answer it, all of which exist
   * @param author what the author must write; blank if nothing
   */
  public record Answer(Checklist.Row row, State state, List<String> sections, String author) {
    public Answer {
      sections = List.copyOf(sections);
    }
  }

  public FilledChecklist {
    answers = List.copyOf(answers);
  }

  /**
   * Fills a checklist.
   *
   * @param sections that the report has; an item whose sections are all missing is left to the
   *     author
   */
  public static FilledChecklist of(Checklist checklist, Set<String> sections) {
    return new FilledChecklist(
        checklist, checklist.rows().stream().map(row -> answer(row, sections)).toList());
  }

  private static Answer answer(Checklist.Row row, Set<String> sections) {
    List<String> there = row.sections().stream().filter(sections::contains).toList();
    if (there.isEmpty()) {
      String author =
          row.author().isBlank() ? row.topic() + ": this report has none" : row.author();
      return new Answer(row, State.OPEN, there, author);
    }
    return new Answer(
        row, row.author().isBlank() ? State.ANSWERED : State.BEGUN, there, row.author());
  }

  /** How many rows are in a state. */
  public int count(State state) {
    return (int) answers.stream().filter(answer -> answer.state() == state).count();
  }

  /**
   * The counts in print, for instance {@code 12 answered, 20 yours to complete, 16 left to you}.
   */
  public String summary() {
    return "%d answered by this report, %d begun and yours to complete, %d left to you"
        .formatted(count(State.ANSWERED), count(State.BEGUN), count(State.OPEN));
  }

  /**
   * The checklist as Markdown for the author to go on with; what is to be filled in stands in
   * brackets.
   *
   * @param report the file that sections are links into, for instance {@code ../report.html}
   */
  public String markdown(String report) {
    StringBuilder text = new StringBuilder();
    text.append("# %s (%s)\n\n".formatted(checklist.name(), checklist.edition()));
    text.append("For %s. %s.\n\n".formatted(checklist.scope(), checklist.source()));
    text.append("%s.\n\n".formatted(summary()));
    text.append("Items are in our own short words: read the original before you submit.");
    text.append(" Replace each [TO FILL IN: ...].\n\n");
    text.append("| item | section | topic | what is asked | answer |\n|---|---|---|---|---|\n");
    for (Answer answer : answers) {
      Checklist.Row row = answer.row();
      text.append(
          "| %s | %s | %s | %s | %s |\n"
              .formatted(
                  row.item(), row.section(), row.topic(), row.asks(), words(answer, report)));
    }
    return text.toString();
  }

  private static String words(Answer answer, String report) {
    StringBuilder words = new StringBuilder();
    for (String section : answer.sections()) {
      words.append(words.isEmpty() ? "" : ", ");
      words.append("[%s](%s#%s)".formatted(section, report, section));
    }
    if (!answer.author().isBlank()) {
      words.append(words.isEmpty() ? "" : "; ");
      words.append("[TO FILL IN: %s]".formatted(answer.author()));
    }
    return words.toString();
  }
}
