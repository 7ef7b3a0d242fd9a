package org.trabecula.app.real;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.trabecula.radiography.RadiographReader;
import org.trabecula.radiography.ReadOptions;
import org.trabecula.radiography.Reading;
import org.trabecula.validation.Statistic;

/**
 * How well simulated films can be told from real ones: by eye, on contact sheets, and by a small
 * classifier on matched crops. docs/simulation-real.md has what came of it.
 *
 * <p>Writes sheets, plots and figures to {@code target/real-films}. A few films are enough to see
 * that it works; {@code -Dtrabecula.realism.films=272} measures with the whole set.
 */
class RealAgainstSimulatedTest {
  private static final int FILMS = Integer.getInteger("trabecula.realism.films", 24);

  private static final Path OUT = Path.of("target/real-films");
  private static final long FOLDS_SEED = 1;

  /** A window of 205 mm in the patient's plane. */
  private static final double HIP_MM = 0.8;

  private static List<MatchedCrop> real = List.of();
  private static List<MatchedCrop> simulated = List.of();

  private static final Map<MatchedCrop, Map<CropFeatures, List<Double>>> FEATURES =
      new ConcurrentHashMap<>();

  @BeforeAll
  static void cut() throws IOException {
    Path folder = RealData.folder("spine-ap");
    Files.createDirectories(OUT);
    real = RealFilms.lumbar(folder, FILMS);
    simulated = SimulatedFilms.lumbar(FILMS);
    Stream.concat(real.stream(), simulated.stream())
        .parallel()
        .forEach(crop -> FEATURES.put(crop, measured(crop)));
  }

  private static Map<CropFeatures, List<Double>> measured(MatchedCrop crop) {
    Map<CropFeatures, List<Double>> result = new EnumMap<>(CropFeatures.class);
    for (CropFeatures group : CropFeatures.values()) {
      result.put(group, Arrays.stream(group.of(crop.pixels())).boxed().toList());
    }
    return result;
  }

  private static List<Double> features(MatchedCrop crop, CropFeatures group) {
    return Objects.requireNonNull(FEATURES.get(crop)).get(group);
  }

  @Test
  void mostFilmsHoldTheWindow() {
    assertThat(real.size()).isGreaterThan(FILMS / 2);
    assertThat(simulated.size()).isGreaterThan(FILMS / 2);
  }

  /** What the classifier finds is the source: within a source it finds nothing. */
  @Test
  void halvesOfOneSourceAreNotToldApart() {
    List<Separation.Example> examples = new ArrayList<>();
    List<String> persons = simulated.stream().map(MatchedCrop::group).distinct().toList();
    for (MatchedCrop crop : simulated) {
      boolean odd = persons.indexOf(crop.group()) % 2 == 1;
      examples.add(example(crop, odd, EnumSet.of(CropFeatures.SPECTRUM)));
    }
    assertThat(value(Separation.area(examples, FOLDS_SEED))).isBetween(0.2, 0.8);
  }

  @Test
  void theSeparationIsWrittenDown() throws IOException {
    var text = new StringBuilder("# Real against simulated (synthetic) lumbar crops\n\n");
    text.append(
        "%d real crops of %d persons, %d simulated. Area under the curve, grouped cross-validation.%n%n"
            .formatted(
                real.size(),
                real.stream().map(MatchedCrop::group).distinct().count(),
                simulated.size()));
    text.append("| features | AUC (95 %) |\n|---|---|\n");
    for (CropFeatures group : CropFeatures.values()) {
      Statistic area = area(EnumSet.of(group));
      text.append("| %s only | %s |%n".formatted(name(group), area.text(3)));
      assertThat(value(area)).isBetween(0.5, 1.0);
    }
    for (CropFeatures group : CropFeatures.values()) {
      Statistic area = area(EnumSet.complementOf(EnumSet.of(group)));
      text.append("| all but %s | %s |%n".formatted(name(group), area.text(3)));
    }
    text.append("| all | %s |%n".formatted(area(EnumSet.allOf(CropFeatures.class)).text(3)));
    text.append(differences());
    Files.writeString(OUT.resolve("real-against-simulated.md"), text);
  }

  @Test
  void sheetsAndPlotsAreDrawn() throws IOException {
    List<MatchedCrop> twelve = spread(simulated, 12);
    Sheets.write(
        OUT.resolve("sheet-spine.png"),
        3,
        new Sheets.Block("real", spread(real, 12)),
        new Sheets.Block("simulated (synthetic)", twelve));
    Sheets.write(
        OUT.resolve("sheet-spine-simulated.png"),
        3,
        new Sheets.Block("simulated (synthetic)", twelve.subList(0, 6)),
        new Sheets.Block("simulated (synthetic)", twelve.subList(6, 12)));
    plot("histogram", CropFeatures.HISTOGRAM, "grey, (x - median) / (p90 - p10)", greys());
    plot("spectrum", CropFeatures.SPECTRUM, "log10 of cycles per mm", frequencies());
    Sheets.overlay(
        OUT.resolve("gradient.png"),
        new Sheets.Axes(
            "Gradient magnitude (simulated: synthetic)", "per pixel", "log10 of share", steps()),
        real,
        simulated,
        crop -> gradientShares(crop.pixels()));
    assertThat(OUT.resolve("sheet-spine.png")).isNotEmptyFile();
  }

  @Test
  void theRealHipStandsBesideSimulatedOnes() throws IOException {
    Path file = RealData.folder("dicom").resolve("wg04/JPLL/RG2_JPLL");
    assertThat(RadiographReader.read(file, ReadOptions.NONE)).isInstanceOf(Reading.Read.class);
    if (RadiographReader.read(file, ReadOptions.NONE) instanceof Reading.Read(var film)) {
      // The film's spacing is 0.2 mm.
      List<MatchedCrop> hip = RealFilms.crop(film, 0.5, 0.5, HIP_MM / 0.2).stream().toList();
      assertThat(hip).hasSize(1);
      Sheets.write(
          OUT.resolve("sheet-hip.png"),
          3,
          new Sheets.Block("real", hip),
          new Sheets.Block("simulated (synthetic)", SimulatedFilms.hips(6, HIP_MM)));
    }
  }

  private static Statistic area(Set<CropFeatures> features) {
    List<Separation.Example> examples = new ArrayList<>();
    real.forEach(crop -> examples.add(example(crop, false, features)));
    simulated.forEach(crop -> examples.add(example(crop, true, features)));
    return Separation.area(examples, FOLDS_SEED);
  }

  private static Separation.Example example(
      MatchedCrop crop, boolean positive, Set<CropFeatures> features) {
    List<Double> values =
        features.stream().flatMap(group -> features(crop, group).stream()).toList();
    return new Separation.Example(crop.group(), positive, values);
  }

  private static List<double[]> values(List<MatchedCrop> crops, CropFeatures group) {
    return crops.stream()
        .map(crop -> features(crop, group).stream().mapToDouble(Double::doubleValue).toArray())
        .toList();
  }

  private static double value(Statistic statistic) {
    return statistic.known().orElseThrow().value();
  }

  private static String name(CropFeatures group) {
    return group.name().toLowerCase(Locale.ROOT);
  }

  /** Per feature: median of both sources, and the difference of means in pooled spreads. */
  private static String differences() {
    var text =
        new StringBuilder("\n| feature | real | simulated | difference, SD |\n|---|---|---|---|\n");
    for (CropFeatures group : CropFeatures.values()) {
      List<double[]> a = values(real, group);
      List<double[]> b = values(simulated, group);
      double[] ma = Sheets.quantile(a, 0.5);
      double[] mb = Sheets.quantile(b, 0.5);
      for (int k = 0; k < ma.length; k++) {
        text.append(
            String.format(
                Locale.ROOT,
                "| %s %d | %.3f | %.3f | %.1f |%n",
                name(group),
                k,
                ma[k],
                mb[k],
                difference(a, b, k)));
      }
    }
    return text.toString();
  }

  private static double difference(List<double[]> a, List<double[]> b, int feature) {
    double[] x = a.stream().mapToDouble(v -> v[feature]).toArray();
    double[] y = b.stream().mapToDouble(v -> v[feature]).toArray();
    double pooled = Math.sqrt((variance(x) + variance(y)) / 2);
    return (mean(y) - mean(x)) / (pooled + 1e-9);
  }

  private static double mean(double[] values) {
    return Arrays.stream(values).average().orElseThrow();
  }

  private static double variance(double[] values) {
    double mean = mean(values);
    return Arrays.stream(values).map(x -> (x - mean) * (x - mean)).average().orElseThrow();
  }

  private static void plot(String name, CropFeatures group, String x, List<Double> at)
      throws IOException {
    Sheets.overlay(
        OUT.resolve(name + ".png"),
        new Sheets.Axes(name + " (simulated: synthetic)", x, "value", at),
        real,
        simulated,
        crop -> values(List.of(crop), group).getFirst());
  }

  private static List<Double> greys() {
    int bins = CropFeatures.BINS;
    return IntStream.range(0, bins)
        .mapToObj(k -> CropFeatures.GREY * (2 * (k + 0.5) / bins - 1))
        .toList();
  }

  private static List<Double> frequencies() {
    return Arrays.stream(PowerSpectrum.frequencies()).mapToObj(Math::log10).toList();
  }

  private static List<Double> steps() {
    return IntStream.range(0, 30).mapToObj(k -> 0.02 * (k + 0.5)).toList();
  }

  private static double[] gradientShares(MatchedCrop.Pixels pixels) {
    double[] sizes = CropFeatures.gradients(pixels, 1);
    double[] shares = new double[30];
    for (double size : sizes) {
      shares[(int) Math.min(size / 0.02, 29)] += 1.0 / sizes.length;
    }
    return Arrays.stream(shares).map(share -> Math.log10(share + 1e-6)).toArray();
  }

  private static List<MatchedCrop> spread(List<MatchedCrop> crops, int count) {
    return IntStream.range(0, count).mapToObj(i -> crops.get(i * crops.size() / count)).toList();
  }
}
