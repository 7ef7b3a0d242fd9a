package org.trabecula.simulation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.SplittableRandom;
import org.trabecula.cohort.Densities;
import org.trabecula.cohort.Manifest;
import org.trabecula.cohort.Truth;
import org.trabecula.densitometry.ScannerScale;
import org.trabecula.densitometry.Site;
import org.trabecula.densitometry.Subject;
import org.trabecula.radiography.PixelSpacing;
import org.trabecula.simulation.projection.Projection;
import org.trabecula.simulation.projection.ProjectionFile;

/** Makes and writes all that belongs to one subject. */
record SubjectFiles(CohortSettings settings, Path folder) {
  private static final int READING_DRAW = -2;
  static final int FIRST_POSITION_DRAW = -1000;

  List<Manifest.Row> write(Scene scene, int number, String name) throws IOException {
    List<Manifest.Row> rows = new ArrayList<>();
    for (int position = 0; position < settings.positionsPerSubject(); position++) {
      long seed = Simulator.seed(settings.seed(), number, FIRST_POSITION_DRAW - position);
      Projection projection = scene.project(position, new SplittableRandom(seed));
      if (settings.keepProjections()) {
        keep(projection, KeptProjections.file(folder, name, position));
      }
      Set<Site> hidden = scene.hidden(projection);
      Densities densities =
          new Densities(
              rounded(
                  scene.asRead(
                      hidden,
                      new SplittableRandom(Simulator.seed(settings.seed(), number, READING_DRAW)))),
              rounded(scene.exact(hidden)));
      Truth truth = TruthMaps.write(projection, folder, name + "-" + position);
      for (int film = position;
          film < settings.filmsPerSubject();
          film += settings.positionsPerSubject()) {
        Film made =
            Simulator.of(settings.protocol())
                .film(projection, scene.person(), Simulator.seed(settings.seed(), number, film));
        Path file =
            FilmFiles.write(made, folder.resolve("films"), name + "-" + film, settings.format());
        rows.add(row(new Made(made, file, projection, truth), scene, densities, name));
      }
    }
    return rows;
  }

  private static void keep(Projection projection, Path file) throws IOException {
    Files.createDirectories(file.toAbsolutePath().getParent());
    ProjectionFile.write(projection, file);
  }

  private record Made(Film film, Path file, Projection projection, Truth truth) {}

  private Manifest.Row row(Made made, Scene scene, Densities densities, String name) {
    Map<String, String> extras = new LinkedHashMap<>(scene.extras(made.projection));
    extras.putAll(filmExtras(made));
    return new Manifest.Row(
        name,
        folder.relativize(made.file),
        settings.view(),
        made.projection.positioning().laterality(),
        rounded(made.film.description().subject()),
        ScannerScale.HOLOGIC,
        true,
        densities,
        made.truth,
        Optional.empty(),
        extras);
  }

  private static Map<String, String> filmExtras(Made made) {
    Film film = made.film;
    var acquisition = film.description().acquisition();
    Map<String, String> extras = new LinkedHashMap<>();
    extras.put("look", film.look().name().toLowerCase(Locale.ROOT));
    extras.put("held_back", Boolean.toString(film.heldBack()));
    extras.put("jpeg", Boolean.toString(film.look().jpegQuality().isPresent()));
    extras.put(
        "known_spacing_mm",
        film.description().spacing().map(PixelSpacing::rowMm).map(String::valueOf).orElse(""));
    extras.put("known_kvp", text(acquisition.kvp()));
    extras.put("known_exposure_index", text(acquisition.exposureIndex()));
    extras.put("true_spacing_mm", String.valueOf(film.pitchMm()));
    extras.put("true_kvp", SubjectScene.number(film.exposure().beam().kvp(), 2));
    extras.put("grid_ratio", SubjectScene.number(film.exposure().beam().gridRatio(), 1));
    extras.put("dose", SubjectScene.number(film.exposure().dose(), 3));
    extras.put("detector", film.exposure().detector().name().toLowerCase(Locale.ROOT));
    extras.put("detector_pitch_mm", SubjectScene.number(film.exposure().receptor().pitchMm(), 4));
    extras.put("ghost", Boolean.toString(film.exposure().receptor().ghost().isPresent()));
    extras.put(
        "magnification", SubjectScene.number(made.projection.positioning().magnification(), 4));
    return extras;
  }

  private static String text(OptionalDouble value) {
    return value.isPresent() ? String.valueOf(value.getAsDouble()) : "";
  }

  /** Four digits are 0.1 mg/cm²: less than any scanner prints. */
  private static Map<Site, Double> rounded(Map<Site, Double> densities) {
    Map<Site, Double> rounded = new EnumMap<>(Site.class);
    densities.forEach((site, value) -> rounded.put(site, Math.rint(value * 1e4) / 1e4));
    return rounded;
  }

  private static Subject rounded(Subject subject) {
    return new Subject(
        subject.sex(),
        rounded(subject.ageYears(), 1),
        rounded(subject.heightCm(), 10),
        rounded(subject.weightKg(), 10));
  }

  private static OptionalDouble rounded(OptionalDouble value, double perUnit) {
    return value.isPresent()
        ? OptionalDouble.of(Math.rint(value.getAsDouble() * perUnit) / perUnit)
        : value;
  }
}
