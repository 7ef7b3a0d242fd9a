package org.trabecula.simulation.ct.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import org.trabecula.densitometry.Subject;
import org.trabecula.simulation.ct.CtVolume;
import org.trabecula.simulation.ct.LabelVolume;
import org.trabecula.simulation.ct.UnusableCtException;

/** Reads CT scans and label maps. */
public final class CtFiles {
  /** A scan that holds nothing darker than this is none, HU: there is always air. */
  private static final int AIR_HU = -500;

  private CtFiles() {}

  /**
   * A scan.
   *
   * @param volume in HU
   * @param person as far as the header tells
   */
  public record Scan(CtVolume volume, Subject person) {}

  /**
   * Reads a scan: a NIfTI file, or a folder with the slices of one DICOM series.
   *
   * @throws UnusableCtException if it is none
   */
  public static Scan ct(Path path) throws IOException {
    requireThere(path);
    Scan scan =
        Files.isDirectory(path)
            ? new DicomSeries(path).ct()
            : new Scan(Nifti.ct(path), Subject.UNKNOWN);
    if (!holdsAir(scan.volume)) {
      throw new UnusableCtException(
          "%s is not a CT in Hounsfield units: it holds no air.".formatted(path));
    }
    return scan;
  }

  private static boolean holdsAir(CtVolume volume) {
    var grid = volume.grid();
    for (int j = 0; j < grid.front(); j++) {
      for (int k = 0; k < grid.up(); k++) {
        for (int i = 0; i < grid.across(); i++) {
          if (volume.at(i, j, k) < AIR_HU) {
            return true;
          }
        }
      }
    }
    return false;
  }

  /**
   * Reads a label map: a NIfTI file of label numbers, a folder of NIfTI masks named after their
   * structures, or a folder with a DICOM series whose pixels are label numbers.
   */
  public static LabelVolume labels(Path path) throws IOException {
    requireThere(path);
    if (!Files.isDirectory(path)) {
      return Nifti.labels(path);
    }
    List<Path> masks = MaskFolder.masks(path);
    return masks.isEmpty() ? new DicomSeries(path).labels() : MaskFolder.read(masks);
  }

  private static void requireThere(Path path) throws NoSuchFileException {
    if (!Files.exists(path)) {
      throw new NoSuchFileException(path.toString());
    }
  }
}
