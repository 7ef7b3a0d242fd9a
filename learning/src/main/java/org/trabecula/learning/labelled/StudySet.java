package org.trabecula.learning.labelled;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.trabecula.learning.data.Example;
import org.trabecula.learning.data.Preparation;
import org.trabecula.learning.data.PreparedSet;
import org.trabecula.learning.data.WholeFilms;
import org.trabecula.radiography.CanonicalFrame;

/** The films of a study as networks see them, with groups that no picture crosses. */
final class StudySet {
  /** More words than this in a column are taken for a number with a slip of the pen. */
  private static final int MOST_WORDS = 20;

  private final List<LabelledFilm> films;
  private final List<String> classes;
  private final List<Twins.Pair> twins;
  private final PreparedSet prepared;
  private final List<Integer> slots;
  private final LabelTable table;
  private final String sha256;

  private StudySet(LabelTable table, PreparedSet prepared, String sha256) {
    this.table = table;
    this.prepared = prepared;
    this.sha256 = sha256;
    this.slots = prepared.ready();
    List<LabelledFilm> read = slots.stream().map(table.films()::get).toList();
    this.twins = Twins.among(slots.stream().map(slot -> picture(prepared.example(slot))).toList());
    this.films = Twins.joined(read, twins);
    this.classes = new LabelTable(films, 0, 0).classes();
  }

  /**
   * Reads and prepares the films of a table.
   *
   * @throws IOException if a file cannot be read, or there is nothing to compare
   */
  static StudySet of(LabelTable table, List<String> covariates, Preparation.Options options)
      throws IOException {
    requireFewWords(table, covariates);
    String hash = sha256(table);
    if (table.films().isEmpty()) {
      throw new IOException("No row of the table takes part: see --where and the label's column");
    }
    List<Path> files = table.films().stream().map(LabelledFilm::file).toList();
    PreparedSet prepared = WholeFilms.of("films-" + hash.substring(0, 16), files, options);
    if (prepared.ready().isEmpty()) {
      throw new IOException(
          "None of the %d films can be read as a radiograph, for instance %s"
              .formatted(files.size(), files.getFirst()));
    }
    StudySet set = new StudySet(table, prepared, hash);
    if (set.classes.size() < 2) {
      throw new IOException(
          "The films are of %d class%s: a study compares at least two"
              .formatted(set.classes.size(), set.classes.size() == 1 ? "" : "es"));
    }
    return set;
  }

  private static void requireFewWords(LabelTable table, List<String> covariates)
      throws IOException {
    for (String name : covariates) {
      List<String> words =
          table.films().stream()
              .map(film -> film.covariates().getOrDefault(name, ""))
              .distinct()
              .toList();
      List<String> odd = words.stream().filter(w -> LabelTable.number(w).isEmpty()).toList();
      if (words.size() > MOST_WORDS && odd.stream().anyMatch(w -> !w.isBlank())) {
        throw new IOException(
            "Covariate '%s' has %d different cells and is not all numbers, for instance '%s'"
                .formatted(
                    name, words.size(), odd.stream().filter(w -> !w.isBlank()).findFirst().get()));
      }
    }
  }

  private static Twins.Picture picture(Example example) {
    return new Twins.Picture(
        CanonicalFrame.ROWS,
        CanonicalFrame.COLUMNS,
        i -> example.sample(i / CanonicalFrame.COLUMNS, i % CanonicalFrame.COLUMNS));
  }

  /** Over rows and the bytes of the films: the same content has the same hash, wherever it lies. */
  private static String sha256(LabelTable table) throws IOException {
    MessageDigest digest = sha256();
    for (LabelledFilm film : table.films()) {
      String row =
          String.join(
              "\u001f",
              film.id(),
              Double.toString(film.label()),
              film.disease(),
              film.group(),
              film.stratum(),
              new TreeMap<>(film.covariates()).toString());
      digest.update((row + "\n").getBytes(StandardCharsets.UTF_8));
      digest.update(sha256().digest(Files.readAllBytes(film.file())));
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }

  /** The films that could be read; those that are one picture are of one group. */
  List<LabelledFilm> films() {
    return films;
  }

  /** From the highest mean label to the lowest. */
  List<String> classes() {
    return classes;
  }

  List<Twins.Pair> twins() {
    return twins;
  }

  LabelTable table() {
    return table;
  }

  /** How many films the reader refused. */
  int refused() {
    return prepared.refused();
  }

  /** What a network sees of a film. */
  Example example(int film) {
    return prepared.example(slots.get(film));
  }

  String hash() {
    return sha256;
  }

  /** What is known of each film beside the image. */
  List<Map<String, String>> known(boolean withStratum) {
    List<Map<String, String>> known = new ArrayList<>();
    for (LabelledFilm film : films) {
      Map<String, String> row = new LinkedHashMap<>(film.covariates());
      if (withStratum) {
        row.put(STRATUM, film.stratum());
      }
      known.add(row);
    }
    return known;
  }

  /** Name of the stratum among covariates: no column of a table is called that. */
  static final String STRATUM = "\u001fstratum";

  /** Folds that spread class and stratum evenly. */
  Folds folds(int count, long seed) {
    return Folds.of(
        films.stream()
            .map(f -> new Folds.Member(f.group(), f.stratum() + "\u001f" + f.disease()))
            .toList(),
        count,
        seed);
  }
}
