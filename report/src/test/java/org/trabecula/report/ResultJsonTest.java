package org.trabecula.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.trabecula.densitometry.Subject;

class ResultJsonTest {
  private static JsonNode parsed(String json) throws IOException {
    return new JsonMapper().readTree(json);
  }

  @Test
  void theLayoutOfAnEstimateIsTheDocumentedOne() throws IOException {
    JsonNode json = parsed(ResultJson.of(SampleReports.estimated()));

    assertThat(names(json))
        .containsExactly(
            "schema",
            "notice",
            "film",
            "subject",
            "model",
            "reference",
            "policy",
            "outcome",
            "view",
            "conclusion",
            "sites",
            "regions",
            "reservations");
    assertThat(names(json.get("sites").get(4)))
        .containsExactly(
            "site",
            "inView",
            "bmd",
            "bmdSd",
            "bmdInterval",
            "intervalLevel",
            "scale",
            "areaCm2",
            "bmcG",
            "vertebrae",
            "tScore",
            "tScoreInterval",
            "youngAdults",
            "zScore",
            "youngAdultPercent",
            "call",
            "probabilityLow");
    assertThat(names(json.get("regions").get(0)))
        .containsExactly("site", "areaCm2", "centre", "confidence", "exclusion");
  }

  /** L1-L4 at 0.78 g/cm² with 0.055: by hand from NHANES III's file, 1.047 and 0.110. */
  @Test
  void theNumbersAreThoseOfTheEstimate() throws IOException {
    JsonNode site = parsed(ResultJson.of(SampleReports.estimated())).get("sites").get(4);

    assertThat(site.get("site").asText()).isEqualTo("L1-L4");
    assertThat(site.get("bmd").decimalValue()).isEqualByComparingTo("0.7800");
    assertThat(site.get("bmdInterval").get(0).decimalValue()).isEqualByComparingTo("0.6895");
    assertThat(site.get("tScore").decimalValue()).isEqualByComparingTo("-2.43");
    assertThat(site.get("bmcG").decimalValue()).isEqualByComparingTo("47.27");
    assertThat(site.get("youngAdultPercent").decimalValue()).isEqualByComparingTo("74.5");
    assertThat(site.get("call").asText()).isEqualTo("LIKELY_LOW");
    assertThat(site.get("youngAdults").get("evidence").asText()).isEqualTo("unverified");
  }

  @Test
  void theFilmSaysWhenAndWithWhatItWasMade() throws IOException {
    JsonNode film = parsed(ResultJson.of(SampleReports.estimated())).get("film");

    assertThat(film.get("acquisition").toString())
        .isEqualTo(
            "{\"date\":\"2026-03-31\",\"manufacturer\":\"Synthetic works\",\"model\":\"Film 1\","
                + "\"station\":\"ROOM 2\",\"kvp\":80.0,\"mas\":32.5,\"sidMm\":null,"
                + "\"exposureIndex\":410.0}");
  }

  @Test
  void everyFieldIsDocumented() throws IOException {
    Path document = Path.of("..", "docs", "result-schema.md");
    String text = Files.readString(document);

    for (String name : allNames(parsed(ResultJson.of(SampleReports.estimated())))) {
      assertThat(text).as("docs/result-schema.md").contains(name);
    }
    for (String name : allNames(parsed(ResultJson.of(SampleReports.refused())))) {
      assertThat(text).as("docs/result-schema.md").contains(name);
    }
  }

  @Test
  void aRefusalHasReasonSentenceAndAdviceAndNoNumbers() throws IOException {
    JsonNode json = parsed(ResultJson.of(SampleReports.refused()));

    assertThat(json.get("outcome").asText()).isEqualTo("refused");
    assertThat(json.get("refusal").get("reason").asText()).isEqualTo("WRONG_ANATOMY");
    assertThat(json.has("sites")).isFalse();
    assertThat(json.has("conclusion")).isFalse();
  }

  @Test
  void whatIsNotKnownIsNull() throws IOException {
    JsonNode json = parsed(ResultJson.of(SampleReports.estimated(Subject.UNKNOWN, 0.9)));

    assertThat(json.get("subject").get("sex").isNull()).isTrue();
    assertThat(json.get("subject").get("ageYears").isNull()).isTrue();
    assertThat(json.get("sites").get(4).get("zScore").isNull()).isTrue();
  }

  @Test
  void theTextDependsNeitherOnTheLocaleNorOnTheRun() {
    Locale before = Locale.getDefault();
    try {
      String english = ResultJson.of(SampleReports.estimated());
      Locale.setDefault(Locale.GERMANY);
      assertThat(ResultJson.of(SampleReports.estimated())).isEqualTo(english);
      assertThat(english).endsWith("}\n").doesNotContain("\r");
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void aFileNameWithQuotesIsStillJson() throws IOException {
    assertThat(parsed(ResultJson.of(SampleReports.estimated())).get("film").get("name").asText())
        .isEqualTo("film <1> & \"two\".dcm");
  }

  private static List<String> names(JsonNode node) {
    List<String> names = new ArrayList<>();
    node.fieldNames().forEachRemaining(names::add);
    return names;
  }

  private static List<String> allNames(JsonNode node) {
    List<String> all = new ArrayList<>(names(node));
    node.forEach(child -> all.addAll(allNames(child)));
    // The names of networks are views, not fields.
    all.removeAll(List.of("view", "lumbar-ap", "hip-ap"));
    return all;
  }
}
