package org.trabecula.report;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.Optional;
import java.util.OptionalDouble;
import org.trabecula.densitometry.CallPolicy.Judgement;
import org.trabecula.densitometry.DensityEstimate;
import org.trabecula.densitometry.ReferenceValue;
import org.trabecula.densitometry.RegionScores;
import org.trabecula.densitometry.Site;
import org.trabecula.densitometry.TScore;
import org.trabecula.densitometry.YoungAdultPercent;
import org.trabecula.densitometry.ZScore;
import org.trabecula.report.content.Rounding;
import org.trabecula.screening.RegionResult;
import org.trabecula.screening.Screening;
import org.trabecula.screening.SiteResult;

/** The sites and regions of {@code result.json}. */
final class SiteJson {
  private final JsonGenerator json;
  private final JsonNumbers numbers;

  SiteJson(JsonGenerator json) {
    this.json = json;
    this.numbers = new JsonNumbers(json);
  }

  void write(Screening.Estimated screening) throws IOException {
    json.writeArrayFieldStart("sites");
    for (SiteResult site : screening.sites().values()) {
      site(site);
    }
    json.writeEndArray();
    json.writeArrayFieldStart("regions");
    for (RegionResult region : screening.regions()) {
      region(region);
    }
    json.writeEndArray();
  }

  private void site(SiteResult site) throws IOException {
    DensityEstimate bmd = site.estimate();
    json.writeStartObject();
    json.writeStringField("site", site.site().label());
    json.writeBooleanField("inView", site.inView());
    numbers.write("bmd", Rounding.DENSITY, bmd.mean());
    numbers.write("bmdSd", Rounding.DENSITY, bmd.sd());
    numbers.pair("bmdInterval", Rounding.DENSITY, bmd.low(), bmd.high());
    numbers.write("intervalLevel", Rounding.SCORE, bmd.level());
    json.writeStringField("scale", bmd.scale().name());
    numbers.write("areaCm2", Rounding.AREA, site.areaCm2());
    numbers.write("bmcG", Rounding.AREA, site.bmcG());
    json.writeArrayFieldStart("vertebrae");
    for (Site vertebra : site.vertebrae()) {
      json.writeString(vertebra.label());
    }
    json.writeEndArray();
    scores(site.scores());
    judgement(site.judgement());
    json.writeEndObject();
  }

  private void judgement(Optional<Judgement> judgement) throws IOException {
    if (judgement.isPresent()) {
      json.writeStringField("call", judgement.get().call().name());
      numbers.write("probabilityLow", Rounding.PROBABILITY, judgement.get().probabilityLow());
    } else {
      json.writeNullField("call");
      json.writeNullField("probabilityLow");
    }
  }

  private void scores(RegionScores scores) throws IOException {
    if (scores.tScore().isPresent()) {
      TScore t = scores.tScore().get();
      numbers.write("tScore", Rounding.SCORE, t.value());
      numbers.pair("tScoreInterval", Rounding.SCORE, t.low(), t.high());
      youngAdults(t.reference());
    } else {
      json.writeNullField("tScore");
    }
    numbers.write("zScore", Rounding.SCORE, number(scores.zScore().map(ZScore::value)));
    numbers.write(
        "youngAdultPercent",
        Rounding.PERCENT,
        number(scores.youngAdultPercent().map(YoungAdultPercent::value)));
  }

  private void youngAdults(ReferenceValue value) throws IOException {
    json.writeObjectFieldStart("youngAdults");
    numbers.write("mean", Rounding.DENSITY, value.mean());
    numbers.write("sd", Rounding.DENSITY, value.sd());
    json.writeStringField("scale", value.scale().name());
    json.writeStringField("evidence", value.evidence().strength().label());
    json.writeStringField("source", value.evidence().source());
    json.writeEndObject();
  }

  private void region(RegionResult region) throws IOException {
    json.writeStartObject();
    json.writeStringField("site", region.site().label());
    numbers.write("areaCm2", Rounding.AREA, region.areaCm2());
    numbers.pair("centre", Rounding.PIXEL, region.centroid().row(), region.centroid().column());
    numbers.write("confidence", Rounding.PROBABILITY, region.confidence());
    json.writeStringField("exclusion", region.exclusion().orElse(null));
    json.writeEndObject();
  }

  private static OptionalDouble number(Optional<Double> value) {
    return value.isPresent() ? OptionalDouble.of(value.get()) : OptionalDouble.empty();
  }
}
