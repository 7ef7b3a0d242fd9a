package org.trabecula.validation.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.trabecula.validation.figure.ControlChartFigure;
import org.trabecula.validation.figure.Figure;
import org.trabecula.validation.figure.Studied;
import org.trabecula.validation.monitoring.Alarm;
import org.trabecula.validation.monitoring.Baseline;
import org.trabecula.validation.monitoring.ChartPoint;
import org.trabecula.validation.monitoring.ControlChart;
import org.trabecula.validation.monitoring.Intake;
import org.trabecula.validation.monitoring.Panel;
import org.trabecula.validation.monitoring.Quantity;

/**
 * {@code monitor.html}: alarms first, then the charts of each device; one file that opens offline.
 */
public final class MonitorPage {
  private static final String TITLE = "Monitoring of bone density estimates";

  private final Panel panel;
  private final Intake intake;
  private final LocalDate last;
  private final Html html = new Html(Figure::inline);

  private MonitorPage(Panel panel, Intake intake) {
    this.panel = panel;
    this.intake = intake;
    this.last =
        panel.devices().stream()
            .flatMap(device -> device.charts().stream())
            .flatMap(chart -> chart.points().stream())
            .map(ChartPoint::from)
            .max(LocalDate::compareTo)
            .orElse(panel.baselineTo().plusDays(1));
  }

  /** The page of a panel. */
  public static String html(Panel panel, Intake intake) {
    MonitorPage page = new MonitorPage(panel, intake);
    page.alarms();
    for (int i = 0; i < panel.devices().size(); i++) {
      page.device(panel.devices().get(i), i + 1);
    }
    MonitorMethod.add(page.html, panel.rules());
    return page.whole();
  }

  private String whole() {
    boolean synthetic = panel.devices().stream().anyMatch(d -> isSynthetic(d.name()));
    String banner =
        synthetic
            ? "<p class=\"synthetic\"><b>SYNTHETIC</b> Films of a device that is called so were"
                + " simulated.</p>\n"
            : "";
    return ("<!DOCTYPE html>\n<html xmlns=\"http://www.w3.org/1999/xhtml\" lang=\"en\"><head>"
            + "<meta charset=\"utf-8\"/>\n<meta name=\"viewport\" content=\"width=device-width\"/>\n"
            + "<title>%s</title>\n<style>\n%s</style></head>\n<body>\n<div class=\"title\">"
            + "<p class=\"maker\">Trabecula – monitor</p><h1 id=\"title\">%s</h1>"
            + "<p class=\"subtitle\">%s</p>%s<p class=\"status\">For research. Not a medical device."
            + " An alarm says that something changed, not what, and not that a result is"
            + " wrong.</p></div>\n%s</body></html>\n")
        .formatted(TITLE, style(), TITLE, Html.escaped(subtitle()), banner, html.body());
  }

  private String subtitle() {
    return "%s, %s up to %s; baseline %s to %s"
        .formatted(
            counted(panel.devices().size(), "device"),
            counted(panel.charts(), "chart"),
            last,
            panel.baselineFrom(),
            panel.baselineTo());
  }

  private static String counted(int n, String noun) {
    return n + " " + noun + (n == 1 ? "" : "s");
  }

  static boolean isSynthetic(String device) {
    return device.toLowerCase(Locale.ROOT).contains("synthetic");
  }

  private void alarms() {
    List<Alarm> alarms = panel.alarms();
    long lasting = alarms.stream().filter(Alarm::lasting).count();
    html.heading(
        2,
        "alarms",
        alarms.isEmpty()
            ? "No alarm"
            : "%s, %d of them going on".formatted(counted(alarms.size(), "alarm"), lasting));
    if (!alarms.isEmpty()) {
      Table table =
          Table.of(
              "Alarms: what goes on first, then the latest first",
              "Device",
              "What",
              "Rule",
              "Changed about",
              "Alarm since",
              "Until",
              "Since the change",
              "Baseline");
      alarms.stream()
          .sorted(Comparator.comparing(Alarm::lasting).thenComparing(Alarm::from).reversed())
          .forEach(alarm -> table.row(cells(alarm)));
      html.table(table);
      wide(alarms);
    }
    intake();
  }

  private static String[] cells(Alarm alarm) {
    return new String[] {
      Html.escaped(alarm.device()),
      Html.escaped(alarm.quantity().label()),
      alarm.rule().label() + (alarm.rise() ? ", up" : ", down"),
      date(alarm.begun()),
      date(alarm.from()),
      alarm.lasting() ? "<b>goes on</b>" : date(alarm.to()),
      value(alarm.quantity(), alarm.value()),
      value(alarm.quantity(), alarm.centre())
    };
  }

  private static String date(LocalDate day) {
    return "<span class=\"date\">%s</span>".formatted(day);
  }

  /** A value of a quantity in print, with its unit. */
  static String value(Quantity quantity, double value) {
    if (quantity.isShare()) {
      return Table.number(100 * value, 1) + "&#160;%";
    }
    boolean density = quantity instanceof Quantity.Density || quantity instanceof Quantity.Spread;
    String unit = quantity.unit().isEmpty() ? "" : "&#160;" + quantity.unit();
    return Table.number(value, density ? 3 : 1) + unit;
  }

  /** The charts with an alarm, each once, over the whole width. */
  private void wide(List<Alarm> alarms) {
    List<Quantity> shown = new ArrayList<>();
    for (Panel.DevicePanel device : panel.devices()) {
      shown.clear();
      for (Alarm alarm : alarms) {
        if (alarm.device().equals(device.name()) && !shown.contains(alarm.quantity())) {
          shown.add(alarm.quantity());
        }
      }
      for (ControlChart chart : device.charts()) {
        if (shown.contains(chart.quantity())) {
          html.figure(figure(chart, true));
        }
      }
    }
  }

  private Figure figure(ControlChart chart, boolean wide) {
    Studied studied = new Studied(chart.device(), isSynthetic(chart.device()));
    return ControlChartFigure.of(chart, studied, panel.baselineTo().plusDays(1), last, wide);
  }

  private void intake() {
    List<String> left = new ArrayList<>();
    if (intake.undated() > 0) {
      left.add(
          "%s without a date of the exposure, not charted"
              .formatted(counted(intake.undated(), "result")));
    }
    if (intake.repeated() > 0) {
      left.add("%s of a film that came before".formatted(counted(intake.repeated(), "result")));
    }
    if (intake.unreadable() > 0) {
      left.add("%s that held no result".formatted(counted(intake.unreadable(), "file")));
    }
    html.note(
        "%s given, %d with a date and each film once."
                .formatted(counted(intake.given(), "result"), intake.charted())
            + (left.isEmpty() ? "" : " Left out: " + String.join("; ", left) + "."));
  }

  private void device(Panel.DevicePanel device, int number) {
    html.heading(2, "device-" + number, device.name());
    html.paragraph(
        "%s after the baseline; a point stands for a %s."
            .formatted(
                counted(device.films(), "film"), device.period().name().toLowerCase(Locale.ROOT)));
    html.pairs(device.charts().stream().map(chart -> figure(chart, false)).toList());
    if (!device.charts().isEmpty()) {
      baseline(device);
    }
    if (!device.notJudged().isEmpty()) {
      Table table = Table.facts("Not enough to judge", "What", "Why");
      device
          .notJudged()
          .forEach((quantity, reason) ->
              table.row(Html.escaped(quantity.label()), Html.escaped(reason)));
      html.table(table);
    }
  }

  private void baseline(Panel.DevicePanel device) {
    Table table =
        Table.of(
            "What the charts are judged by",
            "What",
            "Baseline",
            "Scatter of films",
            "Films",
            "Periods",
            "Left out",
            "Correlation of neighbours",
            "Adjusted");
    for (ControlChart chart : device.charts()) {
      Baseline baseline = chart.baseline();
      table.row(
          Html.escaped(chart.quantity().label()),
          value(chart.quantity(), chart.centre()),
          scatter(chart),
          Table.count(baseline.films()),
          Table.count(baseline.periods()),
          Table.count(baseline.leftOut()),
          Table.number(baseline.autocorrelation(), 2),
          baseline instanceof Baseline.Values values && values.mix().adjusted()
              ? "age, sex"
              : "no");
    }
    html.table(table);
  }

  private static String scatter(ControlChart chart) {
    return switch (chart.baseline()) {
      case Baseline.Share ignored -> "";
      case Baseline.Values values -> {
        boolean factor =
            chart.quantity() instanceof Quantity.Tag(var tag, var ignored) && tag.isLogarithmic();
        yield factor
            ? "factor&#160;" + Table.number(Math.exp(values.sd()), 2)
            : value(chart.quantity(), values.sd());
      }
    };
  }

  private static String style() {
    try (InputStream css = MonitorPage.class.getResourceAsStream("study.css")) {
      return new String(
                  Objects.requireNonNull(css, "study.css").readAllBytes(), StandardCharsets.UTF_8)
              .replace("Trabecula validation study.", "Trabecula monitor.")
          + ".date { white-space: nowrap; }\n";
    } catch (IOException e) {
      throw new UncheckedIOException("study.css", e);
    }
  }
}
