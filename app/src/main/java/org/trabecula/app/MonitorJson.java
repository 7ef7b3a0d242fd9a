package org.trabecula.app;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.trabecula.validation.monitoring.Alarm;
import org.trabecula.validation.monitoring.ChartPoint;
import org.trabecula.validation.monitoring.ControlChart;
import org.trabecula.validation.monitoring.Intake;
import org.trabecula.validation.monitoring.Panel;
import org.trabecula.validation.monitoring.Quantity;
import org.trabecula.validation.monitoring.Rule;

/** {@code monitor.json}: all alarms and charts as numbers, schema {@value #SCHEMA}. */
final class MonitorJson {
  static final String SCHEMA = "trabecula-monitor/1";

  private MonitorJson() {}

  static String of(Panel panel, Intake intake) throws JsonProcessingException {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("schema", SCHEMA);
    tree.put("baselineFrom", panel.baselineFrom().toString());
    tree.put("baselineTo", panel.baselineTo().toString());
    tree.put("results", results(intake));
    tree.put("rules", panel.rules().rules().stream().sorted().map(Rule::name).toList());
    tree.put("ewmaWeight", panel.rules().weight());
    tree.put("cusumAllowance", panel.rules().allowance());
    tree.put("falseAlarmsPerYear", panel.rules().falseAlarmsPerYear());
    tree.put("charts", panel.charts());
    tree.put("alarms", panel.alarms().stream().map(MonitorJson::alarm).toList());
    tree.put("devices", panel.devices().stream().map(MonitorJson::device).toList());
    return JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build()
            .writeValueAsString(tree)
        + "\n";
  }

  private static Map<String, Object> results(Intake intake) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("given", intake.given());
    tree.put("charted", intake.charted());
    tree.put("undated", intake.undated());
    tree.put("repeated", intake.repeated());
    tree.put("unreadableFiles", intake.unreadable());
    return tree;
  }

  private static Map<String, Object> notJudged(Quantity quantity, String reason) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("figure", quantity.id());
    tree.put("reason", reason);
    return tree;
  }

  private static Map<String, Object> alarm(Alarm alarm) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("device", alarm.device());
    tree.put("figure", alarm.quantity().id());
    tree.put("rule", alarm.rule().name());
    tree.put("direction", alarm.rise() ? "up" : "down");
    tree.put("begun", alarm.begun().toString());
    tree.put("from", alarm.from().toString());
    tree.put("to", alarm.to().toString());
    tree.put("periods", alarm.periods());
    tree.put("lasting", alarm.lasting());
    tree.put("value", alarm.value());
    tree.put("centre", alarm.centre());
    tree.put("unit", alarm.quantity().unit());
    return tree;
  }

  private static Map<String, Object> device(Panel.DevicePanel device) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("device", device.name());
    tree.put("period", device.period().name());
    tree.put("films", device.films());
    tree.put("charts", device.charts().stream().map(MonitorJson::chart).toList());
    List<Object> notJudged = new ArrayList<>();
    device.notJudged().forEach((quantity, reason) -> notJudged.add(notJudged(quantity, reason)));
    tree.put("notJudged", notJudged);
    return tree;
  }

  private static Map<String, Object> chart(ControlChart chart) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("figure", chart.quantity().id());
    tree.put("unit", chart.quantity().unit());
    tree.put("centre", chart.centre());
    tree.put("baselineFilms", chart.baseline().films());
    tree.put("baselinePeriods", chart.baseline().periods());
    tree.put("runLength", chart.limits().runLength());
    tree.put("limit", chart.limits().single());
    tree.put("ewmaLimit", chart.limits().ewma());
    tree.put("points", chart.points().stream().map(MonitorJson::point).toList());
    return tree;
  }

  private static Map<String, Object> point(ChartPoint point) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("from", point.from().toString());
    tree.put("films", point.films());
    tree.put("value", point.value());
    tree.put("lower", number(point.lower()));
    tree.put("upper", number(point.upper()));
    tree.put("score", point.score());
    tree.put("ewma", point.ewma());
    tree.put("ewmaLimit", point.ewmaLimit());
    tree.put("fired", point.fired().stream().sorted().map(Rule::name).toList());
    return tree;
  }

  private static @Nullable Double number(OptionalDouble value) {
    return value.isPresent() ? value.getAsDouble() : null;
  }
}
