package org.trabecula.app.real;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.trabecula.densitometry.Site;
import org.trabecula.radiography.Radiograph;

/** Matched crops of the real spine films, and pictures of other real films. */
final class RealFilms {
  private RealFilms() {}

  /** Crops of at most so many films, evenly spread over the set; grouped by person. */
  static List<MatchedCrop> lumbar(Path folder, int films) throws IOException {
    Map<String, Map<String, CSVRecord>> marks = SpineFilm.marks(folder);
    Map<String, String> persons = persons(folder);
    List<String> names = SpineFilm.names(folder);
    int count = Math.min(films, names.size());
    return IntStream.range(0, count)
        .mapToObj(i -> names.get((int) ((long) i * names.size() / count)))
        .toList()
        .parallelStream()
        .map(name -> crop(folder, name, marks.get(name), "real " + persons.get(name)))
        .flatMap(Optional::stream)
        .toList();
  }

  private static Optional<MatchedCrop> crop(
      Path folder, String name, Map<String, CSVRecord> marks, String person) {
    try {
      return SpineFilm.read(folder, name, marks)
          .flatMap(film ->
              MatchedCrop.of(
                  person,
                  picture(film.radiograph()),
                  MatchedCrop.Window.lumbar(
                      film.bodies().get(Site.L1).centre(), film.bodies().get(Site.L4).centre())));
    } catch (IOException e) {
      throw new UncheckedIOException(name, e);
    }
  }

  /** A crop around a place of a film, both in shares of its size. */
  static Optional<MatchedCrop> crop(Radiograph film, double down, double across, double pixels) {
    return MatchedCrop.of(
        "real",
        picture(film),
        new MatchedCrop.Window(down * film.rows(), across * film.columns(), pixels));
  }

  private static MatchedCrop.Picture picture(Radiograph film) {
    return new MatchedCrop.Picture(film.rows(), film.columns(), film::at);
  }

  private static Map<String, String> persons(Path folder) throws IOException {
    Map<String, String> result = new HashMap<>();
    CSVFormat format = CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get();
    try (Reader reader = Files.newBufferedReader(folder.resolve("images.csv"));
        var records = format.parse(reader)) {
      records.forEach(row -> result.put(row.get("image"), row.get("study")));
    }
    return result;
  }
}
