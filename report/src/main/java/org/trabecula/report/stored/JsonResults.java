package org.trabecula.report.stored;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import org.trabecula.densitometry.Sex;
import org.trabecula.densitometry.Site;
import org.trabecula.densitometry.Subject;
import org.trabecula.radiography.Acquisition;

/** Reads {@code result.json} files, schema 1 and 2, and the arrays of {@code --format json}. */
public final class JsonResults {
  private static final JsonMapper MAPPER = new JsonMapper();

  private JsonResults() {}

  /**
   * Hands over the results of a file one by one; an array is not held in memory.
   *
   * @throws MalformedResultException if the file holds something else
   */
  public static void read(Path file, Consumer<StoredResult> reader) throws IOException {
    try (InputStream in = Files.newInputStream(file);
        JsonParser parser = MAPPER.createParser(in)) {
      if (parser.nextToken() == JsonToken.START_ARRAY) {
        while (parser.nextToken() == JsonToken.START_OBJECT) {
          reader.accept(result(MAPPER.readTree(parser)));
        }
      } else {
        reader.accept(result(MAPPER.readTree(parser)));
      }
    } catch (JsonProcessingException e) {
      throw new MalformedResultException("%s is not whole JSON".formatted(file));
    } catch (MalformedResultException | IllegalArgumentException e) {
      throw new MalformedResultException("%s: %s".formatted(file, e.getMessage()));
    }
  }

  private static StoredResult result(JsonNode json) throws MalformedResultException {
    if (json == null || !json.path("schema").asText().matches("trabecula-result/[12]")) {
      throw new MalformedResultException("This is no result of schema 1 or 2");
    }
    JsonNode film = json.path("film");
    return new StoredResult(
        text(film.path("sha256")),
        acquisition(film.path("acquisition")),
        subject(json.path("subject")),
        finding(json));
  }

  private static StoredResult.Finding finding(JsonNode json) throws MalformedResultException {
    return switch (json.path("outcome").asText()) {
      case "refused" -> new StoredResult.Refused(needed(json.path("refusal").path("reason")));
      case "estimated" ->
          new StoredResult.Estimated(
              needed(json.path("view").path("code")),
              needed(json.path("conclusion").path("call")),
              densities(json.path("sites")));
      default -> throw new MalformedResultException("The result has no outcome");
    };
  }

  private static String needed(JsonNode node) throws MalformedResultException {
    if (!node.isTextual()) {
      throw new MalformedResultException("The result lacks a reason, a view or a call");
    }
    return node.asText();
  }

  private static Map<Site, Double> densities(JsonNode sites) {
    Map<Site, Double> densities = new EnumMap<>(Site.class);
    for (JsonNode site : sites) {
      if (site.path("inView").asBoolean() && site.path("bmd").isNumber()) {
        densities.put(Site.of(site.path("site").asText()), site.path("bmd").asDouble());
      }
    }
    return densities;
  }

  private static Acquisition acquisition(JsonNode json) throws MalformedResultException {
    return new Acquisition(
        number(json.path("kvp")),
        number(json.path("mas")),
        number(json.path("sidMm")),
        number(json.path("exposureIndex")),
        Optional.empty(),
        text(json.path("manufacturer")),
        text(json.path("model")),
        date(text(json.path("date"))),
        text(json.path("station")));
  }

  private static Subject subject(JsonNode json) {
    return new Subject(
        text(json.path("sex")).map(sex -> Sex.valueOf(sex.toUpperCase(Locale.ROOT))),
        number(json.path("ageYears")),
        OptionalDouble.empty(),
        OptionalDouble.empty());
  }

  static Optional<LocalDate> date(Optional<String> text) throws MalformedResultException {
    try {
      return text.map(LocalDate::parse);
    } catch (DateTimeException e) {
      throw new MalformedResultException("'%s' is no date".formatted(text.orElse("")));
    }
  }

  private static Optional<String> text(JsonNode node) {
    return node.isTextual() && !node.asText().isBlank()
        ? Optional.of(node.asText())
        : Optional.empty();
  }

  private static OptionalDouble number(JsonNode node) {
    return node.isNumber() ? OptionalDouble.of(node.asDouble()) : OptionalDouble.empty();
  }
}
