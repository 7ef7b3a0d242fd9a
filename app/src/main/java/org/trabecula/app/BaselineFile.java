package org.trabecula.app;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.trabecula.validation.monitoring.Baseline;
import org.trabecula.validation.monitoring.BaselineSet;
import org.trabecula.validation.monitoring.CaseMix;
import org.trabecula.validation.monitoring.Fit;
import org.trabecula.validation.monitoring.Period;
import org.trabecula.validation.monitoring.Quantity;

/** {@code baseline.json}: what {@code monitor --set-baseline} found, schema {@value #SCHEMA}. */
final class BaselineFile {
  static final String SCHEMA = "trabecula-baseline/1";

  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private BaselineFile() {}

  static void write(BaselineSet baselines, Path file) throws IOException {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("schema", SCHEMA);
    tree.put("from", baselines.from().toString());
    tree.put("to", baselines.to().toString());
    tree.put("devices", baselines.devices().stream().map(BaselineFile::device).toList());
    Files.writeString(file, MAPPER.writeValueAsString(tree) + "\n");
  }

  private static Map<String, Object> device(BaselineSet.Device device) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("device", device.name());
    tree.put("period", device.period().name());
    tree.put("films", device.films());
    List<Object> fits = new ArrayList<>();
    device.fits().forEach((quantity, fit) -> fits.add(fit(quantity, fit)));
    tree.put("figures", fits);
    return tree;
  }

  private static Map<String, Object> fit(Quantity quantity, Fit fit) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("figure", quantity.id());
    switch (fit) {
      case Fit.NotEnough(String reason) -> tree.put("notEnough", reason);
      case Fit.Fitted(Baseline baseline) -> {
        switch (baseline) {
          case Baseline.Share share -> tree.put("events", share.events());
          case Baseline.Values values -> {
            CaseMix mix = values.mix();
            tree.put("adjusted", mix.adjusted());
            tree.put("level", mix.level());
            tree.put("male", mix.male());
            tree.put("decade", mix.decade());
            tree.put("maleDecade", mix.maleDecade());
            tree.put("centre", values.centre());
            tree.put("sd", values.sd());
            tree.put("kurtosis", values.kurtosis());
          }
        }
        tree.put("films", baseline.films());
        tree.put("periods", baseline.periods());
        tree.put("leftOut", baseline.leftOut());
        tree.put("autocorrelation", baseline.autocorrelation());
      }
    }
    return tree;
  }

  static BaselineSet read(Path file) throws IOException {
    try {
      JsonNode json = MAPPER.readTree(file.toFile());
      if (!json.path("schema").asText().equals(SCHEMA)) {
        throw new IOException("%s is no baseline of schema %s".formatted(file, SCHEMA));
      }
      List<BaselineSet.Device> devices = new ArrayList<>();
      for (JsonNode device : json.path("devices")) {
        devices.add(device(device));
      }
      return new BaselineSet(
          LocalDate.parse(json.path("from").asText()),
          LocalDate.parse(json.path("to").asText()),
          devices);
    } catch (JsonProcessingException | IllegalArgumentException | DateTimeException e) {
      throw new IOException(
          "%s is damaged; make it again by: monitor --set-baseline".formatted(file), e);
    }
  }

  private static BaselineSet.Device device(JsonNode json) {
    Map<Quantity, Fit> fits = new LinkedHashMap<>();
    for (JsonNode figure : json.path("figures")) {
      fits.put(Quantity.of(figure.path("figure").asText()), fit(figure));
    }
    return new BaselineSet.Device(
        json.path("device").asText(),
        Period.valueOf(json.path("period").asText()),
        json.path("films").asInt(),
        fits);
  }

  private static Fit fit(JsonNode json) {
    if (json.has("notEnough")) {
      return new Fit.NotEnough(json.get("notEnough").asText());
    }
    int films = json.path("films").asInt();
    int periods = json.path("periods").asInt();
    int leftOut = json.path("leftOut").asInt();
    double autocorrelation = json.path("autocorrelation").asDouble();
    if (json.has("events")) {
      return new Fit.Fitted(
          new Baseline.Share(json.get("events").asInt(), films, periods, leftOut, autocorrelation));
    }
    CaseMix mix =
        new CaseMix(
            json.path("level").asDouble(),
            json.path("male").asDouble(),
            json.path("decade").asDouble(),
            json.path("maleDecade").asDouble(),
            json.path("adjusted").asBoolean());
    return new Fit.Fitted(
        new Baseline.Values(
            mix,
            json.path("centre").asDouble(),
            json.path("sd").asDouble(),
            json.path("kurtosis").asDouble(),
            films,
            periods,
            leftOut,
            autocorrelation));
  }
}
