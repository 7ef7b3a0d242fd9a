package org.trabecula.learning.calibration;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.trabecula.cohort.Manifest;
import org.trabecula.cohort.Split;
import org.trabecula.densitometry.ScannerScale;
import org.trabecula.learning.packaging.Parent;

/**
 * What a calibration did and what is to be expected of it.
 *
 * @param heading what it was made of
 * @param outcomes of the sites that were calibrated
 * @param objections why others were not, each as the rest of a sentence
 * @param reservations sentences for the reader
 */
public record CalibrationReport(
    Heading heading,
    SortedMap<SiteKey, SiteOutcome> outcomes,
    SortedMap<SiteKey, String> objections,
    List<String> reservations) {

  /**
   * What a calibration was made of.
   *
   * @param parent package
   * @param pairs rows that were screened
   * @param settings how it was chosen and judged
   * @param scale of all densities
   * @param origin what the new package says of itself
   */
  public record Heading(
      Parent parent,
      Manifest pairs,
      CalibrationSettings settings,
      ScannerScale scale,
      LocalCalibration.Origin origin) {
    /** The name of the new package. */
    public String name() {
      return origin.name().orElse(parent.named().name() + "-calibrated");
    }

    /** The version of the new package. */
    public String version() {
      return origin.version().orElse(parent.named().version());
    }

    /** Whether the figures are of simulated radiographs. */
    public boolean synthetic() {
      return pairs.synthetic();
    }
  }

  public CalibrationReport {
    outcomes = Collections.unmodifiableSortedMap(new TreeMap<>(outcomes));
    objections = Collections.unmodifiableSortedMap(new TreeMap<>(objections));
    reservations = List.copyOf(reservations);
  }

  /** As Markdown, to read. */
  public String markdown() {
    return CalibrationMarkdown.of(this);
  }

  /** As JSON, to reckon with. */
  public String json() {
    JsonMapper mapper = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
    try {
      return mapper.writeValueAsString(CalibrationTree.of(this)) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A tree of maps, lists and numbers is JSON", e);
    }
  }

  /** The card of the new package. */
  String card() {
    return CalibrationMarkdown.card(this);
  }

  /** Settings by name, for the provenance. */
  Map<String, String> settings() {
    CalibrationSettings how = heading.settings();
    Map<String, String> settings = new TreeMap<>();
    settings.put(
        "calibration.candidates",
        how.candidates().stream().map(Candidate::label).collect(Collectors.joining(", ")));
    settings.put("calibration.outer_folds", Integer.toString(how.outerFolds()));
    settings.put("calibration.inner_folds", Integer.toString(how.innerFolds()));
    // All subjects have been used: an evaluation on them would find none left.
    settings.put("calibration.fractions", new Split.Fractions(1, 0).toString());
    outcomes.forEach((key, outcome) ->
        settings.put("calibration.chosen." + key, outcome.fit().candidate().label()));
    return settings;
  }
}
