package org.trabecula.validation.page;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.trabecula.validation.page.checklist.Checklist;
import org.trabecula.validation.page.checklist.FilledChecklist;

/** The checklists of the reporting guidelines, filled from the sections above. */
final class ChecklistSection {
  /** Sections of the page in the words of a reader. */
  private static final Map<String, String> NAMES =
      Map.ofEntries(
          Map.entry("title", "Title"),
          Map.entry("summary", "Summary"),
          Map.entry("studied", "What was studied"),
          Map.entry("participants", "Participants"),
          Map.entry("flow", "Flow"),
          Map.entry("methods-index", "Index test"),
          Map.entry("methods-reference", "Reference standard"),
          Map.entry("methods-missing", "Missing results"),
          Map.entry("methods-statistics", "Statistics"),
          Map.entry("agreement", "Agreement"),
          Map.entry("calibration", "Calibration"),
          Map.entry("diagnosis", "Diagnosis"),
          Map.entry("calls", "Three-way call"),
          Map.entry("errors", "Failures"),
          Map.entry("subgroups", "Subgroups"),
          Map.entry("comparators", "Comparators"),
          Map.entry("limits", "Limits"),
          Map.entry("reproducibility", "Reproducibility"));

  private ChecklistSection() {}

  /** Adds the checklists, filled from what the page holds so far. */
  static List<FilledChecklist> add(Html html) {
    List<FilledChecklist> filled = new ArrayList<>();
    for (Checklist checklist : Checklist.all()) {
      // The title stands above all that is added here.
      Set<String> ids = new HashSet<>(html.ids());
      ids.add("title");
      filled.add(FilledChecklist.of(checklist, ids));
    }
    html.raw("<div class=\"checklists\">");
    html.heading(2, "checklists", "Checklists");
    html.paragraph(
        "Where this report answers the items of three guidelines, and what is left to you. Items are"
            + " in our own short words; read the originals before you submit. What is to be filled in"
            + " is marked. The same lists stand in checklists/ for you to edit.");
    Table counts =
        Table.of(
            "Items by who answers them",
            "guideline",
            "rows",
            "answered by this report",
            "begun here, yours to complete",
            "left to you");
    for (FilledChecklist list : filled) {
      counts.row(
          "<a href=\"#%s\">%s</a>".formatted(id(list), name(list)),
          Table.count(list.answers().size()),
          Table.count(list.count(FilledChecklist.State.ANSWERED)),
          Table.count(list.count(FilledChecklist.State.BEGUN)),
          Table.count(list.count(FilledChecklist.State.OPEN)));
    }
    html.table(counts);
    filled.forEach(list -> list(html, list));
    html.raw("</div>\n");
    return filled;
  }

  private static void list(Html html, FilledChecklist list) {
    html.heading(3, id(list), name(list));
    html.paragraph(
        "For %s. %s. %s."
            .formatted(list.checklist().scope(), list.checklist().source(), list.summary()));
    Table table =
        Table.words("", "item", "topic", "what is asked", "where this report answers it, or you");
    String section = "";
    for (FilledChecklist.Answer answer : list.answers()) {
      if (!answer.row().section().equals(section)) {
        section = answer.row().section();
        table.row("section", List.of("", "<b>%s</b>".formatted(Html.escaped(section)), "", ""));
      }
      table.row(
          answer.state().name().toLowerCase(Locale.ROOT),
          List.of(
              Html.escaped(answer.row().item() + (answer.row().verified() ? "" : " [K]")),
              Html.escaped(answer.row().topic()),
              Html.escaped(answer.row().asks()),
              words(answer)));
    }
    html.table(table);
    html.note(capital(list.checklist().checked()));
  }

  private static String words(FilledChecklist.Answer answer) {
    StringBuilder words = new StringBuilder();
    for (String section : answer.sections()) {
      words.append(words.isEmpty() ? "" : ", ");
      words.append(
          "<a href=\"#%s\">%s</a>".formatted(section, NAMES.getOrDefault(section, section)));
    }
    if (!answer.author().isBlank()) {
      words.append(words.isEmpty() ? "" : "<br/>");
      words.append(
          "<span class=\"fill\">To fill in: %s ______</span>"
              .formatted(Html.escaped(answer.author())));
    }
    return words.toString();
  }

  private static String capital(String sentence) {
    return sentence.substring(0, 1).toUpperCase(Locale.ROOT) + sentence.substring(1);
  }

  private static String id(FilledChecklist list) {
    return "checklist-" + list.checklist().name().toLowerCase(Locale.ROOT).replace('+', '-');
  }

  private static String name(FilledChecklist list) {
    return list.checklist().name() + " (" + list.checklist().edition() + ")";
  }
}
