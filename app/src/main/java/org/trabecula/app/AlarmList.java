package org.trabecula.app;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.trabecula.validation.monitoring.Alarm;
import org.trabecula.validation.monitoring.Panel;
import org.trabecula.validation.monitoring.Quantity;

/**
 * Alarms for the eye or for a program.
 *
 * @param alarms to list
 * @param panel that they are of
 */
record AlarmList(List<Alarm> alarms, Panel panel) {
  /** How they are listed. */
  enum Format {
    TEXT,
    CSV
  }

  AlarmList {
    alarms = List.copyOf(alarms);
  }

  List<String> lines(Format format) {
    return format == Format.CSV ? csv() : text();
  }

  private List<String> text() {
    List<String> lines = new ArrayList<>();
    lines.add(
        "%s of %s, baseline %s to %s: %s"
            .formatted(
                counted(panel.charts(), "chart"),
                counted(panel.devices().size(), "device"),
                panel.baselineFrom(),
                panel.baselineTo(),
                alarms.isEmpty() ? "no alarm" : counted(alarms.size(), "alarm")));
    for (Alarm alarm : alarms) {
      lines.add(
          "%s  %s  %s: %s, %s; changed about %s, since then %s against %s in the baseline"
              .formatted(
                  alarm.from(),
                  alarm.device(),
                  alarm.quantity().label(),
                  alarm.rule().label(),
                  (alarm.rise() ? "up" : "down")
                      + (alarm.lasting() ? ", goes on" : ", until " + alarm.to()),
                  alarm.begun(),
                  value(alarm.quantity(), alarm.value()),
                  value(alarm.quantity(), alarm.centre())));
    }
    panel.devices().stream()
        .filter(device -> device.charts().isEmpty())
        .map(device -> "%s: not enough to judge".formatted(device.name()))
        .forEach(lines::add);
    return lines;
  }

  private static String counted(int n, String noun) {
    return n + " " + noun + (n == 1 ? "" : "s");
  }

  private static String value(Quantity quantity, double value) {
    return quantity.isShare()
        ? String.format(Locale.ROOT, "%.1f %%", 100 * value)
        : String.format(Locale.ROOT, "%.3f %s", value, quantity.unit()).strip();
  }

  private List<String> csv() {
    List<String> lines = new ArrayList<>();
    lines.add("device,figure,rule,direction,begun,from,to,periods,lasting,value,centre,unit");
    for (Alarm alarm : alarms) {
      lines.add(
          String.join(
              ",",
              "\"" + alarm.device().replace("\"", "\"\"") + "\"",
              alarm.quantity().id(),
              alarm.rule().name(),
              alarm.rise() ? "up" : "down",
              alarm.begun().toString(),
              alarm.from().toString(),
              alarm.to().toString(),
              Integer.toString(alarm.periods()),
              Boolean.toString(alarm.lasting()),
              String.format(Locale.ROOT, "%.4f", alarm.value()),
              String.format(Locale.ROOT, "%.4f", alarm.centre()),
              alarm.quantity().unit()));
    }
    return lines;
  }
}
