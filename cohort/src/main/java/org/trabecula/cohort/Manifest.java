package org.trabecula.cohort;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import org.trabecula.densitometry.ScannerScale;
import org.trabecula.densitometry.Subject;
import org.trabecula.radiography.Laterality;
import org.trabecula.radiography.View;

/**
 * The radiographs of a study with what is known about their subjects, one row for each radiograph.
 *
 * <p>Kept as {@code manifest.csv} (UTF-8, RFC 4180); {@link ManifestColumns} lists the columns.
 * Paths are relative to the folder of the file.
 *
 * @param folder where relative paths start
 * @param rows in the order of the file
 */
public record Manifest(Path folder, List<Row> rows) {

  /**
   * A radiograph.
   *
   * @param subjectId who it shows, never blank; pseudonymous
   * @param image the file, relative to the manifest
   * @param view which projection
   * @param laterality which side
   * @param subject sex, age, height and weight as far as they are known
   * @param scale the scale of the densities
   * @param synthetic whether the radiograph is simulated
   * @param densities by site
   * @param truth maps of a simulated radiograph
   * @param exclusion why the radiograph is left out; empty if it is not
   * @param extras cells of columns that are not part of the contract, by column
   */
  public record Row(
      String subjectId,
      Path image,
      View view,
      Laterality laterality,
      Subject subject,
      ScannerScale scale,
      boolean synthetic,
      Densities densities,
      Truth truth,
      Optional<String> exclusion,
      Map<String, String> extras) {

    public Row {
      if (subjectId.isBlank()) {
        throw new IllegalArgumentException("subjectId is blank");
      }
      exclusion = exclusion.filter(reason -> !reason.isBlank());
      extras = Collections.unmodifiableMap(new LinkedHashMap<>(extras));
    }

    /** The radiograph of a subject of whose density and maps nothing is known yet. */
    public static Row of(String subjectId, Path image, View view, Subject subject) {
      return new Row(
          subjectId,
          image,
          view,
          Laterality.UNKNOWN,
          subject,
          ScannerScale.HOLOGIC,
          false,
          Densities.NONE,
          Truth.NONE,
          Optional.empty(),
          Map.of());
    }

    /** Whether the radiograph takes part. */
    public boolean included() {
      return exclusion.isEmpty();
    }

    /** The same row, left out for a reason. */
    public Row excludedFor(String reason) {
      return new Row(
          subjectId,
          image,
          view,
          laterality,
          subject,
          scale,
          synthetic,
          densities,
          truth,
          Optional.of(reason),
          extras);
    }
  }

  public Manifest {
    Objects.requireNonNull(folder);
    rows = List.copyOf(rows);
  }

  /**
   * Reads a manifest.
   *
   * @throws MalformedManifestException if it breaks the format; the message names line and column
   */
  public static Manifest read(Path file) throws IOException {
    return ManifestReader.read(file);
  }

  /** Writes the manifest; whoever reads the file never sees half of it. */
  public void write(Path file) throws IOException {
    ManifestWriter.write(this, file);
  }

  /** The file a path of this manifest stands for. */
  public Path resolve(Path relative) {
    return folder.resolve(relative);
  }

  /** The manifest of those rows that fit. */
  public Manifest where(Predicate<Row> condition) {
    return new Manifest(folder, rows.stream().filter(condition).toList());
  }

  /** The manifest of the rows that are not left out. */
  public Manifest included() {
    return where(Row::included);
  }

  /** Whether any of its radiographs is simulated. */
  public boolean synthetic() {
    return rows.stream().anyMatch(Row::synthetic);
  }

  /** The subjects, each once, in order of their first row. */
  public List<String> subjectIds() {
    return rows.stream().map(Row::subjectId).distinct().toList();
  }

  /** Whether a column is part of the contract, so that no extra may have its name. */
  public static boolean isColumn(String name) {
    return ManifestColumns.KNOWN.contains(name);
  }

  /** SHA-256 over the rows as they are written: the same content has the same hash. */
  public String sha256() {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of()
          .formatHex(digest.digest(ManifestWriter.text(this).getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }
}
