package org.trabecula.app;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.trabecula.densitometry.Call;
import org.trabecula.radiography.Acquisition;
import org.trabecula.report.stored.CsvResults;
import org.trabecula.report.stored.JsonResults;
import org.trabecula.report.stored.MalformedResultException;
import org.trabecula.report.stored.StoredResult;
import org.trabecula.validation.monitoring.ExposureTag;
import org.trabecula.validation.monitoring.Intake;
import org.trabecula.validation.monitoring.MonitoredFilm;

/** Reads results one by one; of each, only what is charted stays in memory. */
final class MonitorInput {
  private static final String RESULT = "result.json";
  private static final String UNKNOWN = "unknown device";

  private final List<MonitoredFilm> films = new ArrayList<>();
  private final Set<String> seen = new HashSet<>();
  private int given;
  private int undated;
  private int repeated;
  private int unreadable;

  /**
   * Lists the files: of a folder every {@code result.json} below it.
   *
   * @throws NoSuchFileException if one does not exist
   */
  static List<Path> files(List<Path> named) throws IOException {
    List<Path> files = new ArrayList<>();
    for (Path path : named) {
      if (Files.isDirectory(path)) {
        files.addAll(results(path));
      } else if (Files.exists(path)) {
        files.add(path);
      } else {
        throw new NoSuchFileException(path.toString());
      }
    }
    return files;
  }

  private static List<Path> results(Path folder) throws IOException {
    List<Path> found = new ArrayList<>();
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (file.endsWith(RESULT)) {
              found.add(file);
            }
            return FileVisitResult.CONTINUE;
          }
        });
    found.sort(null);
    return found;
  }

  /**
   * Reads a file.
   *
   * @param complaint takes what is wrong with a file below a folder; there one bad file does not
   *     stop a run
   */
  void read(Path file, Consumer<String> complaint) throws IOException {
    try {
      if (file.toString().toLowerCase(Locale.ROOT).endsWith(".csv")) {
        CsvResults.read(file, this::add);
      } else {
        JsonResults.read(file, this::add);
      }
    } catch (MalformedResultException e) {
      if (!file.endsWith(RESULT)) {
        throw e;
      }
      unreadable++;
      complaint.accept(e.getMessage());
    }
  }

  private void add(StoredResult result) {
    given++;
    if (result.sha256().isPresent() && !seen.add(result.sha256().get())) {
      repeated++;
    } else if (result.acquisition().date().isEmpty()) {
      undated++;
    } else {
      films.add(film(result));
    }
  }

  private static MonitoredFilm film(StoredResult result) {
    Acquisition acquisition = result.acquisition();
    return new MonitoredFilm(
        acquisition.date().orElseThrow(),
        device(acquisition).intern(),
        result.subject().sex(),
        result.subject().ageYears(),
        switch (result.finding()) {
          case StoredResult.Refused(String reason) -> new MonitoredFilm.Refused(reason.intern());
          case StoredResult.Estimated estimated ->
              new MonitoredFilm.Estimated(
                  estimated.view().intern(),
                  estimated.call().equals(Call.UNDETERMINED.name()),
                  estimated.densities(),
                  tags(acquisition));
        });
  }

  /** Manufacturer, model and station, as far as stated. */
  private static String device(Acquisition acquisition) {
    String name =
        Stream.of(acquisition.manufacturer(), acquisition.device(), acquisition.station())
            .flatMap(part -> part.stream())
            .filter(part -> !part.isBlank())
            .collect(Collectors.joining(" "));
    return name.isEmpty() ? UNKNOWN : name;
  }

  private static Map<ExposureTag, Double> tags(Acquisition acquisition) {
    Map<ExposureTag, Double> tags = new EnumMap<>(ExposureTag.class);
    put(tags, ExposureTag.KVP, acquisition.kvp());
    put(tags, ExposureTag.MAS, acquisition.mas());
    put(tags, ExposureTag.INDEX, acquisition.exposureIndex());
    return tags;
  }

  private static void put(Map<ExposureTag, Double> tags, ExposureTag tag, OptionalDouble value) {
    if (value.isPresent() && value.getAsDouble() > 0) {
      tags.put(tag, value.getAsDouble());
    }
  }

  List<MonitoredFilm> films() {
    return films;
  }

  Intake intake() {
    return new Intake(given, undated, repeated, unreadable);
  }
}
