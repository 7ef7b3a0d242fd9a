package org.trabecula.validation.page;

import java.util.Map;
import java.util.stream.Collectors;
import org.trabecula.validation.study.Participants;
import org.trabecula.validation.study.ValidationStudy;

/** Who took part: flow and data sheet. */
final class ParticipantsSection {
  /** A trait with more values than this is told by its number of values. */
  private static final int MOST_VALUES = 12;

  private ParticipantsSection() {}

  static void add(Html html, IllustratedStudy study) {
    html.heading(2, "participants", "Participants");
    html.figure("flow", study.flow());
    Participants participants = study.study().participants();
    html.table(people(study.study(), participants));
    if (!participants.traits().isEmpty()) {
      html.table(traits(study.study(), participants));
    }
  }

  private static Table people(ValidationStudy study, Participants participants) {
    Table table =
        Table.of(
            Words.label(study)
                + "%d subjects: %d women, %d men, %d of unknown sex"
                    .formatted(
                        participants.subjects(),
                        participants.women(),
                        participants.men(),
                        participants.sexUnknown()),
            "quantity",
            "known",
            "missing",
            "mean",
            "standard deviation",
            "median",
            "range");
    for (Participants.Quantity quantity : participants.quantities()) {
      Participants.Spread spread = quantity.spread().orElse(null);
      table.row(
          Html.escaped("%s (%s)".formatted(quantity.name(), quantity.unit())),
          Table.count(quantity.known()),
          Table.count(quantity.missing()),
          spread == null ? Table.none("not known") : Table.number(spread.mean(), 1),
          spread == null ? "" : Table.number(spread.sd(), 1),
          spread == null ? "" : Table.number(spread.median(), 1),
          spread == null
              ? ""
              : Table.number(spread.least(), 1)
                  + "&#160;to&#160;"
                  + Table.number(spread.greatest(), 1));
    }
    return table;
  }

  private static Table traits(ValidationStudy study, Participants participants) {
    Table table =
        Table.facts(
            Words.label(study) + "Predictions by trait, one for each radiograph and site",
            "trait",
            "value: predictions");
    participants
        .traits()
        .forEach((trait, counts) -> table.row(Html.escaped(trait), Html.escaped(values(counts))));
    return table;
  }

  private static String values(Map<String, Integer> counts) {
    if (counts.size() > MOST_VALUES) {
      return "%d different values".formatted(counts.size());
    }
    return counts.entrySet().stream()
        .map(entry -> "%s: %d".formatted(entry.getKey(), entry.getValue()))
        .collect(Collectors.joining("; "));
  }
}
