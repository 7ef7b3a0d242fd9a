package org.trabecula.learning.robustness;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.trabecula.densitometry.Site;
import org.trabecula.radiography.View;
import org.trabecula.simulation.Film;
import org.trabecula.simulation.Retake;
import org.trabecula.simulation.physics.Exposure;
import org.trabecula.simulation.physics.Receptor;
import org.trabecula.simulation.projection.Positioning;
import org.trabecula.simulation.projection.Projection;
import org.trabecula.validation.Statistic;
import org.trabecula.validation.agreement.RepeatPrecision;

/** How well the result of a subject repeats who is laid down and exposed anew. */
final class PrecisionStudy {
  /** Films of each subject. */
  static final int REPEATS = 3;

  /** Largest root mean square of the coefficients of variation that is good enough, as a share. */
  static final double BAR = 0.03;

  private PrecisionStudy() {}

  /** What is the same between two films of a subject. */
  enum Room {
    SAME("same room: distances, beam, detector, dose, look and tags stay"),
    ANY("any room: all is drawn anew as the cohort's protocol draws it");

    private final String words;

    Room(String words) {
      this.words = words;
    }

    Film film(Sitting sitting, int repeat) {
      return switch (this) {
        case SAME -> inTheSameRoom(sitting, repeat);
        case ANY -> {
          Projection projection = sitting.sitter().project(sitting.sitter().positioning(repeat));
          yield sitting.sitter().film(projection, repeat, Retake.SAME);
        }
      };
    }
  }

  /** Densities of one subject's films, the first film among them, by room and site. */
  record Repeats(Map<Room, Map<Site, List<Double>>> densities, Map<Room, Integer> refused) {}

  static Repeats of(Session session) {
    Map<Room, Map<Site, List<Double>>> densities = new EnumMap<>(Room.class);
    Map<Room, Integer> refused = new EnumMap<>(Room.class);
    for (Room room : Room.values()) {
      List<Said> said = new ArrayList<>(List.of(session.said()));
      for (int repeat = 1; repeat < REPEATS; repeat++) {
        said.add(session.screen(room.film(session.sitting(), repeat)));
      }
      Map<Site, List<Double>> bySite = new EnumMap<>(Site.class);
      for (Site site : Sitting.sites(session.view())) {
        bySite.put(
            site,
            said.stream()
                .map(s -> s.density(site))
                .filter(OptionalDouble::isPresent)
                .map(OptionalDouble::getAsDouble)
                .toList());
      }
      densities.put(room, bySite);
      refused.put(room, (int) said.stream().filter(Said::isRefused).count());
    }
    return new Repeats(densities, refused);
  }

  /** Another pose, the same distances; the film's field keeps its size. */
  static Film inTheSameRoom(Sitting sitting, int repeat) {
    Positioning first = sitting.projection().positioning();
    Positioning again =
        new Positioning(
            first.view(),
            first.laterality(),
            sitting.sitter().positioning(repeat).pose(),
            first.sidMm(),
            first.objectToDetectorMm(),
            first.fieldHeightMm(),
            first.fieldWidthMm(),
            first.collimatorDegrees(),
            first.marginMm());
    Film was = sitting.film();
    Film film =
        sitting
            .sitter()
            .film(
                sitting.sitter().project(again),
                repeat,
                new Retake(drawn -> asBefore(was.exposure(), drawn), look -> was.look()));
    return withTags(film, was);
  }

  private static Exposure asBefore(Exposure was, Exposure drawn) {
    Receptor receptor =
        new Receptor(was.receptor().detector(), was.receptor().pitchMm(), Optional.empty());
    return new Exposure(
        was.beam(), receptor, drawn.field(), was.dose(), was.focalBlurMm(), was.heelPerCm());
  }

  /** Distances and pitch are the same, so the spacing is too. */
  private static Film withTags(Film film, Film was) {
    return new Film(
        film.image(),
        film.look(),
        film.exposure(),
        film.pitchMm(),
        was.statedMagnification(),
        was.description());
  }

  static Table table(View view, List<Repeats> subjects) {
    List<List<Cell>> rows = new ArrayList<>();
    for (Room room : Room.values()) {
      for (Site site : Sitting.sites(view)) {
        rows.add(row(room, site, subjects));
      }
    }
    return new Table(
        "Repeat precision",
        "%d films of each subject, who is laid down and exposed anew for each; subjects of whom at least two films were estimated. Least significant change is 2.77 x RMS-SD. Bar: RMS-CV of at most %.1f %% in the same room."
            .formatted(REPEATS, 100 * BAR),
        List.of(
            "repeated in",
            "site",
            "subjects",
            "n",
            "RMS-SD g/cm2",
            "RMS-CV",
            "least significant change g/cm2",
            "refused",
            "bar"),
        rows);
  }

  private static List<Cell> row(Room room, Site site, List<Repeats> subjects) {
    List<List<Double>> repeated =
        subjects.stream()
            .map(s -> s.densities.getOrDefault(room, Map.of()).getOrDefault(site, List.of()))
            .filter(list -> list.size() >= 2)
            .toList();
    RepeatPrecision precision = RepeatPrecision.of(repeated, Figures.BOOTSTRAP.level());
    int refused = subjects.stream().mapToInt(s -> s.refused.getOrDefault(room, 0)).sum();
    return List.of(
        new Cell.Words(room.words),
        new Cell.Words(site.label()),
        new Cell.Count(precision.subjects()),
        new Cell.Count(precision.subjects() + precision.degreesOfFreedom()),
        new Cell.Figure(precision.rmsSd()),
        new Cell.Percent(precision.rmsCv()),
        new Cell.Figure(precision.leastSignificantChange()),
        new Cell.Percent(Figures.share(refused, subjects.size() * REPEATS)),
        new Cell.Words(room == Room.SAME ? verdict(precision.rmsCv()) : "none"));
  }

  private static String verdict(Statistic cv) {
    return cv.known().map(e -> e.value() <= BAR ? "met" : "missed").orElse("undefined");
  }
}
