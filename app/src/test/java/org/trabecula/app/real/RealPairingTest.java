package org.trabecula.app.real;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trabecula.cohort.Split;
import org.trabecula.cohort.pairing.DuplicateGroup;
import org.trabecula.cohort.pairing.FilmOutcome;
import org.trabecula.cohort.pairing.PairedCohort;
import org.trabecula.cohort.pairing.Pairing;
import org.trabecula.cohort.pairing.PairingSettings;
import org.trabecula.cohort.pairing.PatientIds;
import org.trabecula.cohort.pairing.Pseudonyms;
import org.trabecula.cohort.pairing.Window;
import org.trabecula.cohort.pairing.dxa.DxaRows;
import org.trabecula.cohort.pairing.film.FilmFiles;
import org.trabecula.cohort.pairing.report.CohortFiles;
import org.trabecula.radiography.View;

/**
 * Duplicates among real films: spines, and knees that all look alike. The knee set's own table
 * knows pictures that are there twice under two patients; where its files are left out, copies are
 * planted instead.
 */
class RealPairingTest {
  private static final List<String> LABELS = List.of("class", "t_score");

  @TempDir Path folder;

  private record Row(String id, Map<String, String> cells) {}

  private static List<Row> rows(Path table) throws IOException {
    List<String> lines = Files.readAllLines(table);
    String[] header = lines.getFirst().split(",", -1);
    List<Row> rows = new ArrayList<>();
    for (String line : lines.subList(1, lines.size())) {
      String[] cells = line.split(",", -1);
      Map<String, String> row = new LinkedHashMap<>();
      for (int i = 0; i < header.length; i++) {
        row.put(header[i], cells[i]);
      }
      rows.add(new Row(row.getOrDefault("id", ""), row));
    }
    return rows;
  }

  private PairedCohort pair(List<String> list) throws IOException {
    Path file = folder.resolve("list.csv");
    Files.write(file, list);
    PairingSettings settings =
        new PairingSettings(
            Window.STANDARD,
            PatientIds.EXACT,
            PairingSettings.Conflicts.EXCLUDE,
            Optional.of(View.HIP_AP),
            LABELS,
            false,
            2);
    return new Pairing(settings, Pseudonyms.numbered())
        .run(FilmFiles.of(List.of(file)), DxaRows.NONE, folder, done -> {});
  }

  private static String name(PairedCohort cohort, int index) {
    FilmOutcome film = cohort.films().get(index);
    return String.valueOf(film.film().entry().file().getFileName()).replaceFirst("[.].*", "");
  }

  @Test
  void knownDuplicatesAreFoundAndNothingElse() throws IOException {
    Path knees = RealData.folder("knee");
    List<Row> rows = rows(knees.resolve("labels.csv"));
    List<String> list = new ArrayList<>(List.of("image,subject,class,t_score"));
    List<String> known = new ArrayList<>();
    for (Row row : rows) {
      Path image = knees.resolve("images").resolve(row.id + ".jpg");
      if (Files.exists(image)) {
        list.add(
            "%s,%s,%s,%s"
                .formatted(image, row.id, row.cells.get("class"), row.cells.get("t_score")));
        Stream.of(row.cells.getOrDefault("duplicate_of", "").split(" "))
            .filter(other -> Files.exists(knees.resolve("images").resolve(other + ".jpg")))
            .forEach(other -> known.add(row.id + " " + other));
      }
    }
    PairedCohort cohort = pair(list);
    List<String> found = new ArrayList<>();
    for (DuplicateGroup group : cohort.groups()) {
      group
          .pairs()
          .forEach(p -> {
            found.add(name(cohort, p.first()) + " " + name(cohort, p.second()));
            found.add(name(cohort, p.second()) + " " + name(cohort, p.first()));
          });
    }
    System.out.printf(
        "knees: %d films, %d known duplicates among them, found %s%n",
        list.size() - 1, known.size() / 2, found);
    assertThat(found).containsExactlyInAnyOrderElementsOf(known);
    assertThat(cohort.flow().all().radiographs()).isEqualTo(list.size() - 1);
  }

  /**
   * Films of the spine set that stand there several times, cut and toned differently; looked at one
   * by one. All but the first are under two numbers of a study.
   */
  private static final List<String> SPINES =
      List.of("092 093", "092 094", "132 147", "138 153", "143 150", "145 219", "260 271");

  @Test
  void spinesThatStandThereTwiceAreFound() throws IOException {
    Path spines = RealData.folder("spine-ap").resolve("images");
    List<String> list = new ArrayList<>(List.of("image,subject"));
    for (String name : new TreeSet<>(List.of(String.join(" ", SPINES).split(" ")))) {
      list.add("%s,%s".formatted(spines.resolve(name + ".jpg"), name));
    }
    // Others of the set, that nothing but their look speaks for.
    for (int other = 1; other <= 40; other++) {
      Path file = spines.resolve("%03d.jpg".formatted(other));
      if (Files.exists(file)) {
        list.add("%s,%d".formatted(file, other));
      }
    }
    PairedCohort cohort = pair(list);
    Set<String> found = new TreeSet<>();
    cohort
        .groups()
        .forEach(group ->
            group
                .members()
                .subList(1, group.members().size())
                .forEach(i ->
                    found.add(name(cohort, group.members().getFirst()) + " " + name(cohort, i))));
    assertThat(found).containsExactlyElementsOf(SPINES);
  }

  private static final Map<String, UnaryOperator<BufferedImage>> COPIES =
      Map.of(
          "jpeg60", image -> image,
          "brighter", image -> toned(image, 0.7, 0.15, 1),
          "gamma", image -> toned(image, 1, 0, 1.4),
          "half", image -> scaled(image, 0.5),
          "cut2", image -> cut(image, 0.02),
          "mirror", image -> mirrored(image));

  @Test
  void plantedCopiesAreFoundAsConflictsAndNeverSplit() throws IOException {
    Path knees = RealData.folder("knee");
    List<Path> images;
    try (Stream<Path> files = Files.list(knees.resolve("images"))) {
      images = files.sorted().toList();
    }
    List<String> list = new ArrayList<>(List.of("image,subject,class,t_score"));
    Map<String, Integer> planted = new LinkedHashMap<>();
    int number = 0;
    for (Path image : images) {
      String id = String.valueOf(image.getFileName()).replace(".jpg", "");
      list.add("%s,%s,a,-1".formatted(image, id));
      if (number++ % 4 != 0) {
        continue;
      }
      BufferedImage original = gray(image);
      for (var copy : COPIES.entrySet()) {
        String name = id + "-" + copy.getKey();
        Path file = folder.resolve(name + ".jpg");
        Files.write(file, jpeg(copy.getValue().apply(original)));
        list.add("%s,%s,b,-2".formatted(file, name));
        planted.merge(copy.getKey(), 1, Integer::sum);
      }
    }
    PairedCohort cohort = pair(list);
    Map<String, Integer> found = new LinkedHashMap<>();
    int wrong = 0;
    for (DuplicateGroup group : cohort.groups()) {
      List<String> names = group.members().stream().map(i -> name(cohort, i)).toList();
      String original = names.getFirst().replaceFirst("-.*", "");
      wrong +=
          (int) names.stream().filter(n -> !n.replaceFirst("-.*", "").equals(original)).count();
      if (names.contains(original)) {
        names.stream()
            .filter(n -> n.contains("-"))
            .forEach(n -> found.merge(n.replaceFirst(".*-", ""), 1, Integer::sum));
        assertThat(group.isConflict()).isTrue();
      }
      for (long seed = 0; seed < 20; seed++) {
        long split = seed;
        assertThat(
                group.members().stream()
                    .map(i -> cohort.films().get(i).subject().orElseThrow())
                    .map(id -> Split.part(id, Split.Fractions.DEFAULT, split))
                    .distinct())
            .hasSize(1);
      }
    }
    System.out.printf("knees: copies planted %s, found %s, wrong %d%n", planted, found, wrong);
    CohortFiles.write(cohort, folder);
    assertThat(wrong).isZero();
    COPIES
        .keySet()
        .forEach(kind -> {
          double share = found.getOrDefault(kind, 0) / (double) planted.getOrDefault(kind, 1);
          assertThat(share).as(kind).isGreaterThanOrEqualTo(0.95);
        });
  }

  private static BufferedImage gray(Path file) throws IOException {
    BufferedImage image = ImageIO.read(file.toFile());
    return drawn(image, image.getWidth(), image.getHeight());
  }

  private static BufferedImage drawn(BufferedImage image, int width, int height) {
    BufferedImage gray = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
    Graphics2D canvas = gray.createGraphics();
    canvas.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    canvas.drawImage(image, 0, 0, width, height, null);
    canvas.dispose();
    return gray;
  }

  private static BufferedImage scaled(BufferedImage image, double factor) {
    return drawn(image, (int) (factor * image.getWidth()), (int) (factor * image.getHeight()));
  }

  private static BufferedImage cut(BufferedImage image, double share) {
    int across = (int) (share * image.getWidth());
    int down = (int) (share * image.getHeight());
    return image.getSubimage(
        across, down, image.getWidth() - 2 * across, image.getHeight() - 2 * down);
  }

  private static BufferedImage mirrored(BufferedImage image) {
    BufferedImage turned =
        new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_BYTE_GRAY);
    for (int y = 0; y < image.getHeight(); y++) {
      for (int x = 0; x < image.getWidth(); x++) {
        turned
            .getRaster()
            .setSample(image.getWidth() - 1 - x, y, 0, image.getRaster().getSample(x, y, 0));
      }
    }
    return turned;
  }

  private static BufferedImage toned(
      BufferedImage image, double gain, double offset, double gamma) {
    BufferedImage toned =
        new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_BYTE_GRAY);
    for (int y = 0; y < image.getHeight(); y++) {
      for (int x = 0; x < image.getWidth(); x++) {
        double value = Math.pow(image.getRaster().getSample(x, y, 0) / 255.0, gamma);
        int to = (int) Math.clamp(Math.rint(255 * (gain * value + offset)), 0, 255);
        toned.getRaster().setSample(x, y, 0, to);
      }
    }
    return toned;
  }

  private static byte[] jpeg(BufferedImage image) {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (var out = ImageIO.createImageOutputStream(bytes)) {
      ImageWriteParam quality = writer.getDefaultWriteParam();
      quality.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      quality.setCompressionQuality(0.6f);
      writer.setOutput(out);
      writer.write(null, new IIOImage(image, null, null), quality);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }
}
