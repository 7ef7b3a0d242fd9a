package org.trabecula.validation.page;

import java.util.ArrayList;
import java.util.List;
import org.trabecula.validation.monitoring.Rule;
import org.trabecula.validation.monitoring.RuleSet;

/** How a monitor's page is to be read. */
final class MonitorMethod {
  private MonitorMethod() {}

  static void add(Html html, RuleSet rules) {
    html.heading(2, "method", "How to read this");
    List<String> sentences = new ArrayList<>();
    sentences.add(
        "A point is what one period brought. Dashed: the baseline. Black lines: limits; they widen"
            + " where a period has few films. A diamond lies beyond them; a dotted line marks where a"
            + " change began.");
    sentences.add(
        "The lower strip is an exponentially weighted mean of the scores so far (EWMA, weight %s):"
                .formatted(rules.weight())
            + " it finds small lasting drifts that no single period shows.");
    sentences.add(
        "'Changed about' is the period from which a step explains the scores up to the alarm best; an"
            + " alarm comes later, the later the smaller the change. Up to four quiet periods do not"
            + " end an alarm.");
    sentences.add(
        "BMD is adjusted for age and sex by the baseline's own regression where nine films in ten"
            + " state both, so that older or more male subjects give no alarm. Load and exposure"
            + " index are geometric means.");
    sentences.add(
        "Rules asked: %s. With nothing changed, all charts together give about %s false %s a year;"
                .formatted(
                    String.join(", ", rules.rules().stream().sorted().map(Rule::label).toList()),
                    rules.falseAlarmsPerYear(),
                    rules.falseAlarmsPerYear() == 1 ? "alarm" : "alarms")
            + (rules.rules().contains(Rule.RUN)
                ? " runs have fixed zones and err more often besides."
                : " each rule of each chart errs once in a run of that many charts times as long."));
    sentences.add(
        "A steady change since before the baseline cannot be seen, nor one that every subject's"
            + " age explains. Confirm an alarm by looking at the films, the device's log and, for"
            + " BMD, by DXA.");
    html.items(sentences);
  }
}
