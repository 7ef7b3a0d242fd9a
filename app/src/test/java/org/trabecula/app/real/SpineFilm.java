package org.trabecula.app.real;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.trabecula.densitometry.Site;
import org.trabecula.densitometry.Subject;
import org.trabecula.radiography.Acquisition;
import org.trabecula.radiography.Laterality;
import org.trabecula.radiography.PixelSpacing;
import org.trabecula.radiography.PresentationIntent;
import org.trabecula.radiography.Radiograph;
import org.trabecula.radiography.View;

/**
 * A real full-spine radiograph, cropped to T12-pelvis by its landmarks.
 *
 * <p>The films have no pixel spacing: it is set so that the centres of L1-L4 lie {@value #PITCH_MM}
 * mm apart, a body of 27.8 mm (the mean of L2-L5 in the shape model of Clouthier et al., J Biomech
 * 2023;146:111421) and a disc. Bodies as they are marked are lower than that: their corners lie
 * inside the bone, and a scale set by them would make every disc 14 mm high.
 *
 * @param bodies the corners of L1-L4 in the crop's pixels
 */
record SpineFilm(String name, Radiograph radiograph, Map<Site, Quadrilateral> bodies) {
  static final double PITCH_MM = 36;

  /** Crop above the top of T12 and below the bottom of L5, in mm of the scale so set. */
  private static final double ABOVE_MM = 15;

  private static final double BELOW_MM = 90;
  private static final double WIDTH_MM = 290;

  /** A point in pixels. */
  record Point(double x, double y) {}

  /** Corners in drawing order. */
  record Quadrilateral(Point topLeft, Point topRight, Point bottomRight, Point bottomLeft) {
    boolean contains(Point p) {
      List<Point> ring = List.of(topLeft, topRight, bottomRight, bottomLeft);
      int positive = 0;
      for (int i = 0; i < 4; i++) {
        Point a = ring.get(i);
        Point b = ring.get((i + 1) % 4);
        positive += (b.x - a.x) * (p.y - a.y) - (b.y - a.y) * (p.x - a.x) > 0 ? 1 : 0;
      }
      return positive == 0 || positive == 4;
    }

    Point centre() {
      return new Point(
          (topLeft.x + topRight.x + bottomRight.x + bottomLeft.x) / 4,
          (topLeft.y + topRight.y + bottomRight.y + bottomLeft.y) / 4);
    }

    double height() {
      return (bottomLeft.y + bottomRight.y - topLeft.y - topRight.y) / 2;
    }

    double width() {
      return Math.hypot(topRight.x - topLeft.x, topRight.y - topLeft.y);
    }

    Quadrilateral movedBy(double dx, double dy) {
      return new Quadrilateral(
          moved(topLeft, dx, dy),
          moved(topRight, dx, dy),
          moved(bottomRight, dx, dy),
          moved(bottomLeft, dx, dy));
    }

    private static Point moved(Point p, double dx, double dy) {
      return new Point(p.x + dx, p.y + dy);
    }
  }

  /** Names of all films of the set, in order. */
  static List<String> names(Path folder) throws IOException {
    return marks(folder).keySet().stream().sorted().toList();
  }

  /** The corners of every vertebra of every film, as fractions of width and height. */
  static Map<String, Map<String, CSVRecord>> marks(Path folder) throws IOException {
    var result = new HashMap<String, Map<String, CSVRecord>>();
    CSVFormat format = CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get();
    try (Reader reader = Files.newBufferedReader(folder.resolve("landmarks.csv"));
        var records = format.parse(reader)) {
      for (CSVRecord row : records) {
        result
            .computeIfAbsent(row.get("image"), image -> new HashMap<>())
            .put(row.get("vertebra"), row);
      }
    }
    return result;
  }

  /** Reads and crops a film; empty where the landmarks are not in order from top to bottom. */
  static Optional<SpineFilm> read(Path folder, String name, Map<String, CSVRecord> marks)
      throws IOException {
    BufferedImage image = ImageIO.read(folder.resolve("images").resolve(name).toFile());
    Map<String, Quadrilateral> corners = new HashMap<>();
    marks.forEach(
        (level, row) -> corners.put(level, corners(row, image.getWidth(), image.getHeight())));
    List<Quadrilateral> column = new ArrayList<>();
    for (String level : List.of("T12", "L1", "L2", "L3", "L4", "L5")) {
      Quadrilateral corner = corners.get(level);
      if (corner == null || corner.height() <= 0) {
        return Optional.empty();
      }
      column.add(corner);
    }
    List<Double> heights = column.stream().map(c -> c.centre().y()).toList();
    if (!heights.equals(heights.stream().sorted(Comparator.naturalOrder()).toList())) {
      return Optional.empty();
    }
    double length = 0;
    for (int i = 1; i < 4; i++) {
      Point a = column.get(i).centre();
      Point b = column.get(i + 1).centre();
      length += Math.hypot(b.x() - a.x(), b.y() - a.y());
    }
    return Optional.of(cropped(name, image, column, 3 * PITCH_MM / length));
  }

  private static SpineFilm cropped(
      String name, BufferedImage image, List<Quadrilateral> column, double mm) {
    double centre =
        column.subList(1, 5).stream().mapToDouble(c -> c.centre().x()).average().orElseThrow();
    int left = (int) Math.max(0, centre - WIDTH_MM / 2 / mm);
    int right = (int) Math.min(image.getWidth(), centre + WIDTH_MM / 2 / mm);
    int top =
        (int)
            Math.max(
                0,
                Math.min(column.get(0).topLeft().y(), column.get(0).topRight().y())
                    - ABOVE_MM / mm);
    int bottom =
        (int)
            Math.min(
                image.getHeight(),
                Math.max(column.get(5).bottomLeft().y(), column.get(5).bottomRight().y())
                    + BELOW_MM / mm);
    var bodies = new EnumMap<Site, Quadrilateral>(Site.class);
    for (int i = 0; i < 4; i++) {
      bodies.put(Site.VERTEBRAE.get(i), column.get(i + 1).movedBy(-left, -top));
    }
    float[] samples = new float[(bottom - top) * (right - left)];
    image.getRaster().getSamples(left, top, right - left, bottom - top, 0, samples);
    var known =
        new Radiograph.Description(
            Optional.of(new PixelSpacing(mm, mm)),
            Optional.of(View.LUMBAR_AP),
            Laterality.UNPAIRED,
            PresentationIntent.FOR_PRESENTATION,
            Acquisition.UNKNOWN,
            Subject.UNKNOWN);
    return new SpineFilm(
        name, Radiograph.copyOf(bottom - top, right - left, samples, known), bodies);
  }

  private static Quadrilateral corners(CSVRecord row, int width, int height) {
    return new Quadrilateral(
        corner(row, "top_left", width, height),
        corner(row, "top_right", width, height),
        corner(row, "bottom_right", width, height),
        corner(row, "bottom_left", width, height));
  }

  private static Point corner(CSVRecord row, String name, int width, int height) {
    return new Point(
        Double.parseDouble(row.get("x_" + name)) * width,
        Double.parseDouble(row.get("y_" + name)) * height);
  }
}
