package org.trabecula.simulation;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import org.trabecula.radiography.GrayImage;
import org.trabecula.radiography.GrayImageFile;
import org.trabecula.simulation.look.StoredImage;

/** Writes films. */
final class FilmFiles {
  private FilmFiles() {}

  /** Writes a film under a name without ending, and returns the file. */
  static Path write(Film film, Path folder, String name, FilmFormat format) throws IOException {
    if (film.look().jpegQuality().isPresent()) {
      Path file = folder.resolve(name + ".jpg");
      writeJpeg(film.image(), film.look().jpegQuality().getAsInt(), file);
      return file;
    }
    Path file = folder.resolve(name + ".png");
    GrayImageFile.write(gray(film.image()), file);
    return file;
  }

  /** Bone bright, the largest value all ones. */
  static GrayImage gray(StoredImage image) {
    short[] values = image.values();
    int top = (1 << image.bits()) - 1;
    for (int i = 0; i < values.length; i++) {
      int value = values[i] & 0xFFFF;
      int bright = image.monochrome1() ? top - value : value;
      values[i] = (short) (bright * 65535L / top);
    }
    return GrayImage.of16(image.rows(), image.columns(), values);
  }

  private static void writeJpeg(StoredImage image, int quality, Path file) throws IOException {
    BufferedImage picture =
        new BufferedImage(image.columns(), image.rows(), BufferedImage.TYPE_BYTE_GRAY);
    int[] row = new int[image.columns()];
    for (int r = 0; r < image.rows(); r++) {
      for (int c = 0; c < row.length; c++) {
        row[c] = image.at(r, c);
      }
      picture.getRaster().setSamples(0, r, row.length, 1, 0, row);
    }
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ImageOutputStream output = ImageIO.createImageOutputStream(bytes)) {
      ImageWriteParam settings = writer.getDefaultWriteParam();
      settings.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      settings.setCompressionQuality(quality / 100f);
      writer.setOutput(output);
      writer.write(null, new IIOImage(picture, null, null), settings);
    } finally {
      writer.dispose();
    }
    Path temporary = Files.createTempFile(file.toAbsolutePath().getParent(), ".jpg", ".part");
    Files.write(temporary, bytes.toByteArray());
    Files.move(temporary, file, StandardCopyOption.REPLACE_EXISTING);
  }
}
