package org.trabecula.radiography;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/** PNG, TIFF and JPEG files as radiographs; colour becomes luminance, transparency is ignored. */
final class RasterFiles {
  private static final long MOST_PIXELS = 200_000_000;

  private RasterFiles() {}

  /** Whether the first bytes are those of a PNG, TIFF or JPEG file. */
  static boolean recognises(byte[] file) {
    return startsWith(file, 0x89, 'P', 'N', 'G')
        || startsWith(file, 0xFF, 0xD8, 0xFF)
        || startsWith(file, 'I', 'I', 42, 0)
        || startsWith(file, 'M', 'M', 0, 42);
  }

  private static boolean startsWith(byte[] file, int... signature) {
    for (int i = 0; i < signature.length; i++) {
      if (i >= file.length || (file[i] & 0xFF) != signature[i]) {
        return false;
      }
    }
    return true;
  }

  static Reading read(byte[] file, ReadOptions options) {
    try (var input = new MemoryCacheImageInputStream(new ByteArrayInputStream(file))) {
      List<ImageReader> readers = new ArrayList<>();
      ImageIO.getImageReaders(input).forEachRemaining(readers::add);
      if (readers.isEmpty()) {
        return Refusals.notAnImage("No reader knows this kind of PNG, TIFF or JPEG image.");
      }
      return read(strictest(readers), input, options);
    } catch (IOException | RuntimeException broken) {
      // The bytes are in memory: whatever goes wrong here is the file's fault, not the disk's.
      return Refusals.unreadable("The image file is damaged or cut short.");
    }
  }

  /**
   * The reader that tells of a file cut short. For TIFF that is the JDK's own: the one that comes
   * with the JPEG 2000 codec fills such a file up with black, and which of the two the registry
   * gives first is left to chance.
   */
  private static ImageReader strictest(List<ImageReader> readers) {
    return readers.stream()
        .filter(RasterFiles::isTiffReaderOfTheJdk)
        .findFirst()
        .orElse(readers.getFirst());
  }

  private static boolean isTiffReaderOfTheJdk(ImageReader reader) {
    return reader.getClass().getName().equals("com.sun.imageio.plugins.tiff.TIFFImageReader");
  }

  private static Reading read(ImageReader reader, ImageInputStream input, ReadOptions options)
      throws IOException {
    try {
      reader.setInput(input, true, true);
      int rows = reader.getHeight(0);
      int columns = reader.getWidth(0);
      if (Math.min(rows, columns) < Refusals.FEWEST_PIXELS) {
        return Refusals.tooFewPixels(rows, columns);
      }
      if ((long) rows * columns > MOST_PIXELS) {
        return Refusals.unreadable(
            "The image has %d x %d pixels, more than any radiograph.".formatted(columns, rows));
      }
      return radiograph(reader.read(0), options);
    } finally {
      reader.dispose();
    }
  }

  private static Reading radiograph(BufferedImage image, ReadOptions options) {
    var description =
        new Radiograph.Description(
            options.spacing(),
            options.view(),
            Laterality.UNKNOWN,
            PresentationIntent.UNKNOWN,
            Acquisition.UNKNOWN,
            options.subject());
    int rows = image.getHeight();
    int columns = image.getWidth();
    Optional<Reading> refusal =
        options.spacing().flatMap(spacing -> Refusals.tooSmall(rows, columns, spacing));
    return refusal.orElseGet(() ->
        Refusals.emptyOr(
            Polarity.corrected(Radiograph.owning(rows, columns, luminance(image), description))));
  }

  private static float[] luminance(BufferedImage image) {
    int columns = image.getWidth();
    float[] result = new float[image.getHeight() * columns];
    boolean palette = image.getColorModel() instanceof IndexColorModel;
    Raster raster = image.getRaster();
    int bands = raster.getNumBands();
    float[] row = new float[columns * bands];
    int[] colours = new int[columns];
    for (int r = 0; r < image.getHeight(); r++) {
      if (palette) {
        image.getRGB(0, r, columns, 1, colours, 0, columns);
        for (int c = 0; c < columns; c++) {
          int rgb = colours[c];
          result[r * columns + c] = luminance(rgb >> 16 & 0xFF, rgb >> 8 & 0xFF, rgb & 0xFF);
        }
      } else {
        raster.getPixels(0, r, columns, 1, row);
        for (int c = 0; c < columns; c++) {
          int i = c * bands;
          result[r * columns + c] = bands < 3 ? row[i] : luminance(row[i], row[i + 1], row[i + 2]);
        }
      }
    }
    return result;
  }

  /** Rec. ITU-R BT.601 luma; grey stays exactly grey. */
  private static float luminance(float red, float green, float blue) {
    return red == green && green == blue ? red : 0.299f * red + 0.587f * green + 0.114f * blue;
  }
}
