package org.trabecula.app.real;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.imageio.ImageIO;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.trabecula.densitometry.Site;
import org.trabecula.radiography.Radiograph;
import org.trabecula.radiography.View;
import org.trabecula.screening.Outline;
import org.trabecula.screening.RegionResult;
import org.trabecula.screening.ScreenRequest;
import org.trabecula.screening.Screener;
import org.trabecula.screening.ScreenerOptions;
import org.trabecula.screening.Screening;

/**
 * Real spine films, read by a model that has seen simulated ones only.
 *
 * <p>Writes {@code target/real-films/spine.md} and an overlay per film: green is the landmark
 * quadrilateral, orange the region that was predicted, the dot its centre.
 */
class RealSpineFilmsTest {
  /** Every so many films of the set: the whole set is 272. */
  private static final int STEP = Integer.getInteger("trabecula.spine.step", 2);

  private static final Path OUT = Path.of("target/real-films");

  private static final List<SpineFilm> FILMS = new ArrayList<>();
  private static final Map<String, Screening> SCREENINGS = new TreeMap<>();

  @BeforeAll
  static void screenTheFilms() throws IOException {
    Path folder = RealData.folder("spine-ap");
    Path model = RealData.starterModel();
    Files.createDirectories(OUT);
    Map<String, Map<String, CSVRecord>> marks = SpineFilm.marks(folder);
    List<String> names = SpineFilm.names(folder);
    try (Screener screener = Screener.open(model, ScreenerOptions.STANDARD)) {
      for (int i = 0; i < names.size(); i += STEP) {
        String name = names.get(i);
        Optional<SpineFilm> film = SpineFilm.read(folder, name, marks.get(name));
        if (film.isPresent()) {
          FILMS.add(film.get());
          Screening screening =
              screener.screen(
                  film.get().radiograph(), ScreenRequest.standard().showing(View.LUMBAR_AP));
          SCREENINGS.put(name, screening);
          draw(film.get(), screening);
        }
      }
    }
    Files.writeString(OUT.resolve("spine.md"), summary());
  }

  @Test
  void atLeastTwentyFilmsAreScreened() {
    assertThat(estimated().size()).isGreaterThanOrEqualTo(20);
  }

  /**
   * A floor under what the starter reached on every other film (docs/results.md), not a bar: it is
   * often one level off.
   */
  @Test
  void predictedCentresLieOnTheLumbarSpine() {
    List<Placement> placements = placements();
    long inside = placements.stream().filter(Placement::inside).count();
    long insideAny = placements.stream().filter(Placement::insideAny).count();
    assertThat((double) inside / placements.size()).isGreaterThan(0.35);
    assertThat((double) insideAny / placements.size()).isGreaterThan(0.7);
  }

  /** One predicted vertebra against its landmarks. */
  private record Placement(
      String film, Site site, boolean inside, boolean insideAny, double errorInHeights) {}

  private static List<Screening.Estimated> estimated() {
    return SCREENINGS.values().stream()
        .filter(Screening.Estimated.class::isInstance)
        .map(Screening.Estimated.class::cast)
        .toList();
  }

  private static List<Placement> placements() {
    var result = new ArrayList<Placement>();
    for (SpineFilm film : FILMS) {
      if (SCREENINGS.get(film.name()) instanceof Screening.Estimated estimated) {
        for (RegionResult region : estimated.regions()) {
          result.add(placement(film, region));
        }
      }
    }
    return result;
  }

  private static Placement placement(SpineFilm film, RegionResult region) {
    var centre = new SpineFilm.Point(region.centroid().column(), region.centroid().row());
    SpineFilm.Quadrilateral body = film.bodies().get(region.site());
    SpineFilm.Point truth = body.centre();
    boolean any = film.bodies().values().stream().anyMatch(b -> b.contains(centre));
    return new Placement(
        film.name(),
        region.site(),
        body.contains(centre),
        any,
        Math.hypot(centre.x() - truth.x(), centre.y() - truth.y()) / body.height());
  }

  private static String summary() {
    var text = new StringBuilder("# Real spine films\n\n");
    text.append("%d films, %d screened.\n\n".formatted(FILMS.size(), estimated().size()));
    Map<String, Long> refusals = new TreeMap<>();
    SCREENINGS.values().stream()
        .filter(Screening.Declined.class::isInstance)
        .map(s -> ((Screening.Declined) s).refusal().reason().name())
        .forEach(reason -> refusals.merge(reason, 1L, Long::sum));
    refusals.forEach((reason, n) -> text.append("- refused, %s: %d%n".formatted(reason, n)));
    text.append(
        "\n| vertebra | n | centre inside | inside some L1-L4 | median error, body heights |\n|---|---|---|---|---|\n");
    for (Site site : Site.VERTEBRAE) {
      appendRow(text, site.label(), placements().stream().filter(p -> p.site() == site).toList());
    }
    appendRow(text, "all", placements());
    text.append("\n");
    SCREENINGS.forEach((name, screening) ->
        text.append("- ").append(name).append(": ").append(line(screening)).append("\n"));
    return text.toString();
  }

  private static void appendRow(StringBuilder text, String label, List<Placement> placements) {
    if (placements.isEmpty()) {
      return;
    }
    double[] errors = placements.stream().mapToDouble(Placement::errorInHeights).sorted().toArray();
    long inside = placements.stream().filter(Placement::inside).count();
    long any = placements.stream().filter(Placement::insideAny).count();
    text.append(
        String.format(
            Locale.ROOT,
            "| %s | %d | %.1f %% | %.1f %% | %.2f |%n",
            label,
            errors.length,
            100.0 * inside / errors.length,
            100.0 * any / errors.length,
            errors[errors.length / 2]));
  }

  private static String line(Screening screening) {
    return switch (screening) {
      case Screening.Declined declined -> declined.refusal().sentence();
      case Screening.Estimated estimated ->
          estimated.sites().values().stream()
              .filter(site -> site.site().isLumbar())
              .map(site ->
                  String.format(
                      Locale.ROOT, "%s %.3f", site.site().label(), site.estimate().mean()))
              .reduce((a, b) -> a + ", " + b)
              .orElse("no lumbar site");
    };
  }

  private static void draw(SpineFilm film, Screening screening) throws IOException {
    Radiograph radiograph = film.radiograph();
    BufferedImage image =
        new BufferedImage(radiograph.columns(), radiograph.rows(), BufferedImage.TYPE_INT_RGB);
    float[] sorted = radiograph.samples();
    Arrays.sort(sorted);
    float low = sorted[sorted.length / 100];
    float high = sorted[sorted.length - 1 - sorted.length / 100];
    for (int r = 0; r < radiograph.rows(); r++) {
      for (int c = 0; c < radiograph.columns(); c++) {
        int gray =
            (int)
                Math.clamp(255 * (radiograph.at(r, c) - low) / Math.max(high - low, 1e-6f), 0, 255);
        image.setRGB(c, r, gray << 16 | gray << 8 | gray);
      }
    }
    Graphics2D g = image.createGraphics();
    g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    g.setStroke(new BasicStroke(Math.max(2f, radiograph.columns() / 300f)));
    g.setColor(new Color(60, 220, 90));
    film.bodies().values().forEach(body -> g.draw(path(body)));
    g.setColor(new Color(255, 150, 30));
    switch (screening) {
      case Screening.Estimated estimated ->
          estimated.regions().forEach(region -> drawRegion(g, region));
      case Screening.Declined declined -> {
        g.setFont(g.getFont().deriveFont(radiograph.columns() / 40f));
        g.drawString(declined.refusal().reason().name(), 10, radiograph.columns() / 30);
      }
    }
    g.dispose();
    ImageIO.write(image, "png", OUT.resolve(film.name().replace(".jpg", ".png")).toFile());
  }

  private static void drawRegion(Graphics2D g, RegionResult region) {
    for (Outline outline : region.outlines()) {
      var path = new Path2D.Double();
      Outline.Point last = outline.points().getLast();
      path.moveTo(last.column(), last.row());
      outline.points().forEach(point -> path.lineTo(point.column(), point.row()));
      g.draw(path);
    }
    int x = (int) region.centroid().column();
    int y = (int) region.centroid().row();
    g.fillOval(x - 6, y - 6, 12, 12);
    g.drawString(region.site().label(), x + 10, y);
  }

  private static Path2D path(SpineFilm.Quadrilateral body) {
    var path = new Path2D.Double();
    path.moveTo(body.topLeft().x(), body.topLeft().y());
    List.of(body.topRight(), body.bottomRight(), body.bottomLeft(), body.topLeft())
        .forEach(point -> path.lineTo(point.x(), point.y()));
    return path;
  }
}
