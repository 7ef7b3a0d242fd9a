package org.trabecula.learning.robustness;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.trabecula.validation.Estimate;
import org.trabecula.validation.Statistic;

/** A place in a table: what it says in print and in a file. */
public sealed interface Cell {
  /** In print. */
  String text();

  /** As a plain value, map or text of JSON. */
  Object value();

  /** Words. */
  record Words(String text) implements Cell {
    @Override
    public Object value() {
      return text;
    }
  }

  /** How many. */
  record Count(int number) implements Cell {
    @Override
    public String text() {
      return Integer.toString(number);
    }

    @Override
    public Object value() {
      return number;
    }
  }

  /** A figure with its interval, printed with three decimals. */
  record Figure(Statistic statistic) implements Cell {
    @Override
    public String text() {
      return statistic.text(3);
    }

    @Override
    public Object value() {
      return tree(statistic);
    }
  }

  /** A share with its interval, printed in percent, a share in a file. */
  record Percent(Statistic statistic) implements Cell {
    @Override
    public String text() {
      return switch (statistic) {
        case Statistic.Known(Estimate e) ->
            String.format(
                Locale.ROOT,
                "%.1f %% (%.1f to %.1f)",
                100 * e.value(),
                100 * e.low(),
                100 * e.high());
        case Statistic.Undefined(String reason) -> "undefined: " + reason;
      };
    }

    @Override
    public Object value() {
      return tree(statistic);
    }
  }

  private static Map<String, Object> tree(Statistic statistic) {
    Map<String, Object> tree = new LinkedHashMap<>();
    switch (statistic) {
      case Statistic.Known(Estimate e) -> {
        tree.put("value", e.value());
        tree.put("low", e.low());
        tree.put("high", e.high());
        tree.put("level", e.level());
      }
      case Statistic.Undefined(String reason) -> tree.put("undefined", reason);
    }
    return tree;
  }
}
