package org.trabecula.app;

import static java.util.Locale.ROOT;

import java.util.Locale;
import org.trabecula.simulation.census.Census;
import org.trabecula.simulation.census.Spread;
import org.trabecula.simulation.population.Expectation;

/** A census as a table for people. */
final class CensusTable {
  private CensusTable() {}

  static String of(Census census) {
    StringBuilder text = new StringBuilder();
    text.append(
        String.format(
            ROOT,
            "%d synthetic subjects of cohort %s, seed %d%n",
            census.subjects(),
            census.protocol(),
            census.seed()));
    for (Census.Part part : census.parts()) {
      add(part, text);
    }
    return text.toString().stripTrailing();
  }

  private static void add(Census.Part part, StringBuilder text) {
    text.append(
        String.format(
            ROOT,
            "%npopulation %s: %d subjects, %.1f %% women%n",
            word(part.population()),
            part.age().count(),
            100 * part.women()));
    text.append(spread("age, years", part.age()));
    text.append(spread("height, cm", part.height()));
    text.append(spread("weight, kg", part.weight()));
    text.append(
        String.format(
            ROOT,
            "%n  %-13s %-7s %-6s %6s  %6s %6s   %6s %6s   %7s %7s%n",
            "BMD, g/cm2",
            "sex",
            "age",
            "n",
            "mean",
            "SD",
            "table",
            "SD",
            "mean",
            "SD"));
    part.densities().forEach(cell -> text.append(line(cell)));
    text.append(
        String.format(ROOT, "%n  %-32s %8s  %s%n", "correlation", "overall", "within age and sex"));
    for (Census.Correlation c : part.correlations()) {
      text.append(
          String.format(
              ROOT,
              "  %-32s %8.3f  %s%n",
              c.one().label() + " with " + c.other().label(),
              c.overall(),
              c.withinAgeAndSex().map(r -> String.format(ROOT, "%.3f", r)).orElse("no table")));
    }
    text.append(
        String.format(ROOT, "%n  %-16s  %-28s %8s  %8s%n", "prevalence", "of", "drawn", "set"));
    for (Census.Share share : part.shares()) {
      text.append(
          String.format(
              ROOT,
              "  %-16s  %-28s %6.1f %%  %6.1f %%%n",
              share.what().label(),
              share.what().words(),
              100 * share.drawn(),
              100 * share.set()));
    }
  }

  private static String spread(String what, Spread spread) {
    return String.format(ROOT, "  %-11s mean %6.1f, SD %5.1f%n", what, spread.mean(), spread.sd());
  }

  private static String line(Census.Cell cell) {
    String drawn =
        String.format(
            ROOT,
            "  %-13s %-7s %d-%d %7d  %6.3f %6.3f",
            cell.site().label(),
            word(cell.sex()),
            cell.decade(),
            cell.decade() + 9,
            cell.drawn().count(),
            cell.drawn().mean(),
            cell.drawn().sd());
    return cell.table().map(table -> drawn + beside(cell.drawn(), table)).orElse(drawn)
        + System.lineSeparator();
  }

  private static String beside(Spread drawn, Expectation table) {
    return String.format(
        ROOT,
        "   %6.3f %6.3f   %+5.1f %% %+5.1f %%",
        table.mean(),
        table.sd(),
        100 * (drawn.mean() / table.mean() - 1),
        100 * (drawn.sd() / table.sd() - 1));
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
