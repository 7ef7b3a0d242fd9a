package org.trabecula.app;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import org.trabecula.simulation.census.Census;
import org.trabecula.simulation.census.Spread;

/** A census for programs: densities in g/cm², lengths in cm, weights in kg, shares in 0 to 1. */
final class CensusJson {
  private static final ObjectMapper JSON = new ObjectMapper();

  private CensusJson() {}

  static String of(Census census) throws JsonProcessingException {
    ObjectNode root = JSON.createObjectNode();
    root.put("schema", "trabecula-census/1");
    root.put("synthetic", true);
    root.put("cohort", census.protocol());
    root.put("subjects", census.subjects());
    root.put("seed", census.seed());
    ArrayNode parts = root.putArray("populations");
    census.parts().forEach(part -> add(part, parts.addObject()));
    return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(root);
  }

  private static void add(Census.Part part, ObjectNode node) {
    node.put("population", word(part.population()));
    node.put("subjects", part.age().count());
    node.put("women", rounded(part.women()));
    spread(part.age(), node.putObject("age_years"));
    spread(part.height(), node.putObject("height_cm"));
    spread(part.weight(), node.putObject("weight_kg"));
    ArrayNode densities = node.putArray("bmd");
    for (Census.Cell cell : part.densities()) {
      ObjectNode to = densities.addObject();
      to.put("site", cell.site().label());
      to.put("sex", word(cell.sex()));
      to.put("decade", cell.decade());
      to.put("subjects", cell.drawn().count());
      spread(cell.drawn(), to);
      cell.table()
          .ifPresent(table -> {
            to.put("table_mean", rounded(table.mean()));
            to.put("table_sd", rounded(table.sd()));
          });
    }
    ArrayNode correlations = node.putArray("correlations");
    for (Census.Correlation c : part.correlations()) {
      ObjectNode to = correlations.addObject();
      to.put("one", c.one().label());
      to.put("other", c.other().label());
      to.put("overall", rounded(c.overall()));
      c.withinAgeAndSex().ifPresent(r -> to.put("within_age_and_sex", rounded(r)));
    }
    ArrayNode shares = node.putArray("shares");
    for (Census.Share share : part.shares()) {
      ObjectNode to = shares.addObject();
      to.put("name", share.what().label());
      to.put("what", share.what().words());
      to.put("drawn", rounded(share.drawn()));
      to.put("set", rounded(share.set()));
    }
  }

  private static void spread(Spread spread, ObjectNode to) {
    to.put("mean", rounded(spread.mean()));
    to.put("sd", rounded(spread.sd()));
  }

  private static double rounded(double value) {
    return Math.rint(value * 1e4) / 1e4;
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
