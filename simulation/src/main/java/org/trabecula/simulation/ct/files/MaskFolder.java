package org.trabecula.simulation.ct.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.trabecula.simulation.ct.LabelVolume;
import org.trabecula.simulation.ct.Structures;
import org.trabecula.simulation.ct.UnusableCtException;
import org.trabecula.simulation.ct.VoxelGrid;

/** A folder with one NIfTI mask for each structure, named after it, as TotalSegmentator writes. */
final class MaskFolder {
  private MaskFolder() {}

  /** The masks, bones first, so that they win where masks overlap. */
  static List<Path> masks(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> name(file).endsWith(".nii") || name(file).endsWith(".nii.gz"))
          .sorted(
              Comparator.comparing((Path file) -> !Structures.isBone(label(file)))
                  .thenComparing(Path::toString))
          .toList();
    }
  }

  static LabelVolume read(List<Path> masks) throws IOException {
    VoxelGrid grid = Nifti.grid(masks.getFirst());
    byte[][] planes = new byte[grid.front()][grid.across() * grid.up()];
    for (Path mask : masks) {
      if (!Nifti.grid(mask).matches(grid)) {
        throw new UnusableCtException(
            "%s lies on another grid than %s.".formatted(mask, masks.getFirst()));
      }
      Nifti.mask(mask, (byte) label(mask), planes);
    }
    return new LabelVolume(grid, planes);
  }

  private static int label(Path file) {
    String name = name(file);
    return Structures.label(name.substring(0, name.lastIndexOf(".nii")));
  }

  private static String name(Path file) {
    return String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
  }
}
