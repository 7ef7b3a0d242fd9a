package org.trabecula.app.real;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import javax.imageio.ImageIO;
import org.knowm.xchart.BitmapEncoder;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** Contact sheets and overlaid curves. */
final class Sheets {
  private static final int GAP = 4;
  private static final int HEAD = 22;

  private Sheets() {}

  /** Two blocks of pictures side by side, each under its title. */
  static void write(Path file, int across, Block left, Block right) throws IOException {
    int step = MatchedCrop.SIZE + GAP;
    int down = Math.max(left.down(across), right.down(across));
    BufferedImage sheet =
        new BufferedImage(
            2 * across * step + 5 * GAP, HEAD + down * step, BufferedImage.TYPE_BYTE_GRAY);
    Graphics2D g = sheet.createGraphics();
    g.setColor(Color.WHITE);
    draw(g, left, 0, across);
    draw(g, right, across * step + 5 * GAP, across);
    g.dispose();
    ImageIO.write(sheet, "png", file.toFile());
  }

  /** Pictures under a title. */
  record Block(String title, List<MatchedCrop> crops) {
    int down(int across) {
      return (crops.size() + across - 1) / across;
    }
  }

  private static void draw(Graphics2D g, Block block, int left, int across) {
    int step = MatchedCrop.SIZE + GAP;
    g.drawString(block.title(), left + GAP, HEAD - 7);
    for (int k = 0; k < block.crops().size(); k++) {
      g.drawImage(
          image(block.crops().get(k)), left + k % across * step, HEAD + k / across * step, null);
    }
  }

  /** At the same window for all: ±1.2 of the canonical grey scale. */
  private static BufferedImage image(MatchedCrop crop) {
    int size = MatchedCrop.SIZE;
    var image = new BufferedImage(size, size, BufferedImage.TYPE_BYTE_GRAY);
    for (int i = 0; i < size * size; i++) {
      double shown = (crop.pixels().at(i / size, i % size) + 1.2) / 2.4;
      image.getRaster().setSample(i % size, i / size, 0, (int) Math.clamp(255 * shown, 0, 255));
    }
    return image;
  }

  /** What is plotted against what. */
  record Axes(String title, String x, String y, List<Double> at) {
    Axes {
      at = List.copyOf(at);
    }
  }

  /** The median curve of both sources, with their 10th and 90th percentiles. */
  static void overlay(
      Path file,
      Axes axes,
      List<MatchedCrop> real,
      List<MatchedCrop> simulated,
      Function<MatchedCrop, double[]> curve)
      throws IOException {
    XYChart chart =
        new XYChartBuilder()
            .width(760)
            .height(480)
            .title(axes.title())
            .xAxisTitle(axes.x())
            .yAxisTitle(axes.y())
            .build();
    series(chart, "real", new Color(30, 90, 180), axes.at(), curves(real, curve));
    series(chart, "simulated", new Color(220, 100, 20), axes.at(), curves(simulated, curve));
    ImageIO.write(BitmapEncoder.getBufferedImage(chart), "png", file.toFile());
  }

  private static List<double[]> curves(
      List<MatchedCrop> crops, Function<MatchedCrop, double[]> curve) {
    return crops.stream().map(crop -> curve.apply(crop)).toList();
  }

  private static void series(
      XYChart chart, String name, Color color, List<Double> at, List<double[]> curves) {
    double[] x = at.stream().mapToDouble(Double::doubleValue).toArray();
    for (double share : new double[] {0.5, 0.1, 0.9}) {
      String label = share == 0.5 ? name + ", median" : name + ", %.0f %%".formatted(100 * share);
      XYSeries line = chart.addSeries(label, x, quantile(curves, share));
      line.setMarker(SeriesMarkers.NONE);
      line.setLineColor(
          share == 0.5 ? color : new Color(color.getRed(), color.getGreen(), color.getBlue(), 90));
    }
  }

  static double[] quantile(List<double[]> curves, double share) {
    double[] result = new double[curves.getFirst().length];
    Arrays.setAll(
        result,
        k -> {
          double[] sorted = curves.stream().mapToDouble(c -> c[k]).sorted().toArray();
          return sorted[(int) Math.round(share * (sorted.length - 1))];
        });
    return result;
  }
}
