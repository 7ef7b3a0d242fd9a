package org.trabecula.simulation;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.trabecula.dicom.DicomObject;
import org.trabecula.dicom.DicomWriter;
import org.trabecula.dicom.PixelCompression;
import org.trabecula.dicom.Uid;
import org.trabecula.radiography.DicomRadiographs;
import org.trabecula.radiography.GrayImage;
import org.trabecula.radiography.GrayImageFile;
import org.trabecula.radiography.RadiographReader;
import org.trabecula.radiography.ReadOptions;
import org.trabecula.radiography.Reading;
import org.trabecula.radiography.StoredImage;

/** Writes films. */
final class FilmFiles {
  private FilmFiles() {}

  /** Writes a film under a name without ending, and returns the file that a manifest names. */
  static Path write(Film film, Path folder, String name, FilmFormat format) throws IOException {
    if (film.look().jpegQuality().isPresent()) {
      Path file = folder.resolve(name + ".jpg");
      writeJpeg(film.image(), film.look().jpegQuality().getAsInt(), file);
      return file;
    }
    Path file = folder.resolve(name + ".dcm");
    DicomObject plain = dicom(film, name);
    DicomWriter.write(format == FilmFormat.COMPACT ? PixelCompression.jpegLs(plain) : plain, file);
    if (format == FilmFormat.DICOM_AND_PNG) {
      GrayImageFile.write(gray(film.image()), folder.resolve(name + ".png"));
    }
    return file;
  }

  private static DicomObject dicom(Film film, String name) {
    RandomGenerator random = new SplittableRandom(hash(name));
    return DicomRadiographs.toDicom(
        film.image(),
        film.description(),
        film.statedMagnification(),
        new DicomRadiographs.Identity(
            name,
            "SYNTHETIC^" + name,
            Uid.random(random),
            Uid.random(random),
            Uid.random(random),
            Optional.of("Synthetic radiograph; no person was exposed")));
  }

  /** FNV-1a: identifiers follow from the film's name, and no two names of a cohort share them. */
  private static long hash(String name) {
    long hash = 0xCBF29CE484222325L;
    for (int i = 0; i < name.length(); i++) {
      hash = (hash ^ name.charAt(i)) * 0x100000001B3L;
    }
    return hash;
  }

  /** Bone bright, the largest value all ones. */
  static GrayImage gray(StoredImage image) {
    short[] values = image.samples();
    int top = (1 << image.encoding().bitsStored()) - 1;
    for (int i = 0; i < values.length; i++) {
      int value = values[i] & 0xFFFF;
      int bright = image.encoding().monochrome1() ? top - value : value;
      values[i] = (short) (bright * 65535L / top);
    }
    return GrayImage.of16(image.rows(), image.columns(), values);
  }

  private static void writeJpeg(StoredImage image, int quality, Path file) throws IOException {
    Path temporary = Files.createTempFile(file.toAbsolutePath().getParent(), ".jpg", ".part");
    Files.write(temporary, jpeg(image, quality));
    Files.move(temporary, file, StandardCopyOption.REPLACE_EXISTING);
  }

  /** What a reader makes of a film's file. */
  static Reading read(Film film, ReadOptions options) {
    if (film.look().jpegQuality().isEmpty()) {
      return RadiographReader.of(dicom(film, "film"), options);
    }
    try {
      return RadiographReader.of(jpeg(film.image(), film.look().jpegQuality().getAsInt()), options);
    } catch (IOException e) {
      throw new UncheckedIOException("A JPEG file could not be made in memory", e);
    }
  }

  /** The bytes of an 8-bit JPEG file. */
  private static byte[] jpeg(StoredImage image, int quality) throws IOException {
    BufferedImage picture =
        new BufferedImage(image.columns(), image.rows(), BufferedImage.TYPE_BYTE_GRAY);
    int[] row = new int[image.columns()];
    for (int r = 0; r < image.rows(); r++) {
      for (int c = 0; c < row.length; c++) {
        row[c] = image.at(r, c);
      }
      picture.getRaster().setSamples(0, r, row.length, 1, 0, row);
    }
    return Jpeg.bytes(picture, quality);
  }
}
