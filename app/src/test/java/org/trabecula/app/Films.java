package org.trabecula.app;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;
import javax.imageio.ImageIO;

/** Generated films as 8-bit PNG files, bone bright: a column of bone in a trunk, and noise. */
final class Films {
  private static final int ROWS = 512;
  private static final int COLUMNS = 384;

  private Films() {}

  /** A film that the fake model takes for a spine. */
  static Path spine(Path file, long seed) throws IOException {
    return write(file, seed, false);
  }

  /** A film that the fake model takes for something else. */
  static Path other(Path file, long seed) throws IOException {
    return write(file, seed, true);
  }

  private static Path write(Path file, long seed, boolean brightBelow) throws IOException {
    SplittableRandom random = new SplittableRandom(seed);
    BufferedImage image = new BufferedImage(COLUMNS, ROWS, BufferedImage.TYPE_BYTE_GRAY);
    for (int row = 0; row < ROWS; row++) {
      for (int column = 0; column < COLUMNS; column++) {
        double bone = brightBelow ? step(row, 400) : step(column, 150) - step(column, 234);
        int grey =
            (int) Math.clamp(60 + 130 * bone + 0.05 * row + 8 * random.nextGaussian(), 1, 254);
        image.getRaster().setSample(column, row, 0, grey);
      }
    }
    Path parent = file.getParent();
    if (parent != null) {
      Files.createDirectories(parent);
    }
    ImageIO.write(image, "png", file.toFile());
    return file;
  }

  private static double step(double x, double at) {
    return 1 / (1 + Math.exp(-(x - at) / 6));
  }
}
