package org.trabecula.learning.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.trabecula.cohort.Manifest;
import org.trabecula.radiography.CanonicalView;
import org.trabecula.radiography.Field;
import org.trabecula.radiography.Laterality;
import org.trabecula.radiography.Radiograph;
import org.trabecula.radiography.RadiographReader;
import org.trabecula.radiography.ReadOptions;
import org.trabecula.radiography.Reading;
import org.trabecula.radiography.View;
import org.trabecula.screening.Framing;
import org.trabecula.screening.ModelInput;
import org.trabecula.screening.Shown;

/**
 * A film as the view network sees it: framed as one of the views, which it may or may not show.
 *
 * @param source whose film it is: a subject, or the file of a decoy; decides the part of the study
 * @param shown what a network should say
 * @param measurable whether a density can be stated of it: not of a film full of metal
 * @param set that holds the example
 * @param slot in the set
 */
public record ViewFilm(String source, Shown shown, boolean measurable, PreparedSet set, int slot) {

  private static final List<Framing> FRAMINGS = List.of(Framing.values());

  /** What a network says of a film that is framed as what it shows. */
  public Shown expected() {
    return framing(slot).expected();
  }

  /** The same for all framings of one film, and for no other film. */
  public String image() {
    return source + "/" + slot / FRAMINGS.size();
  }

  private static Framing framing(int slot) {
    return FRAMINGS.get(slot % FRAMINGS.size());
  }

  /** The example: read anew at each call. */
  public Example example() {
    return set.example(slot);
  }

  /**
   * Prepares films of a manifest, each in every framing.
   *
   * @param most films, taken evenly from the manifest
   */
  public static List<ViewFilm> ofManifest(Manifest manifest, int most, Preparation.Options options)
      throws IOException {
    List<Manifest.Row> usable =
        manifest.rows().stream().filter(r -> r.included() && sideKnown(r)).toList();
    List<Manifest.Row> rows = evenly(usable, most);
    if (rows.isEmpty()) {
      return List.of();
    }
    int framings = FRAMINGS.size();
    String hash = new Manifest(manifest.folder(), rows).sha256().substring(0, 16);
    PreparedSet set =
        Preparation.of(
            "views-" + hash,
            rows.size() * framings,
            slot ->
                framed(
                    ExampleReader.radiograph(manifest, rows.get(slot / framings)), framing(slot)),
            options);
    List<ViewFilm> films = new ArrayList<>();
    for (int slot : set.ready()) {
      Manifest.Row row = rows.get(slot / framings);
      Shown shown = shown(row, framing(slot));
      films.add(new ViewFilm(row.subjectId(), shown, !row.densities().isEmpty(), set, slot));
    }
    return films;
  }

  /** Prepares the radiographs of a folder that show neither view, each in every framing. */
  public static List<ViewFilm> ofDecoys(Path folder, Preparation.Options options)
      throws IOException {
    List<Path> files;
    try (Stream<Path> all = Files.walk(folder)) {
      files = all.filter(Files::isRegularFile).filter(ViewFilm::isImage).sorted().toList();
    }
    if (files.isEmpty()) {
      return List.of();
    }
    int framings = FRAMINGS.size();
    PreparedSet set =
        Preparation.of(
            "decoys-" + HexFormat.of().toHexDigits(files.toString().hashCode()),
            files.size() * framings,
            slot ->
                framed(
                    RadiographReader.read(files.get(slot / framings), ReadOptions.NONE),
                    framing(slot)),
            options);
    List<ViewFilm> films = new ArrayList<>();
    for (int slot : set.ready()) {
      String source = folder.relativize(files.get(slot / framings)).toString();
      films.add(new ViewFilm(source, Shown.OTHER, false, set, slot));
    }
    return films;
  }

  private static boolean isImage(Path file) {
    return file.toString().matches("(?i).*\\.(dcm|png|jpe?g|tiff?)");
  }

  private static boolean sideKnown(Manifest.Row row) {
    return row.view() == View.LUMBAR_AP
        || row.laterality() == Laterality.LEFT
        || row.laterality() == Laterality.RIGHT;
  }

  private static <T> List<T> evenly(List<T> all, int most) {
    List<T> some = new ArrayList<>();
    int count = Math.min(most, all.size());
    for (int i = 0; i < count; i++) {
      some.add(all.get((int) ((long) i * all.size() / count)));
    }
    return some;
  }

  private static Shown shown(Manifest.Row row, Framing framing) {
    if (row.view() == View.LUMBAR_AP) {
      return Shown.LUMBAR_AP;
    }
    boolean left = row.laterality() == Laterality.LEFT;
    boolean mirrored = framing == Framing.LEFT_HIP;
    return left == mirrored ? Shown.HIP_RIGHT : Shown.HIP_LEFT;
  }

  private static Optional<Example> framed(Reading reading, Framing framing) {
    if (!(reading instanceof Reading.Read(Radiograph film))) {
      return Optional.empty();
    }
    Field field = Field.of(film);
    Radiograph sided = ExampleReader.sided(film, framing.laterality());
    if (framing.view() == View.HIP_AP && wholePelvis(film, field)) {
      // Each half of a pelvis is the hip of its own side, whatever the manifest measured.
      return Optional.empty();
    }
    CanonicalView view = CanonicalView.of(sided, framing.view(), field);
    return Optional.of(Example.of(ModelInput.of(view, sided.description())));
  }

  private static boolean wholePelvis(Radiograph film, Field field) {
    return film.description().spacing().stream()
        .anyMatch(s -> field.columns() * s.columnMm() > CanonicalView.WHOLE_PELVIS_MM);
  }
}
