package org.trabecula.simulation.ct.files;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.trabecula.simulation.ct.CtVolume;
import org.trabecula.simulation.ct.LabelVolume;
import org.trabecula.simulation.ct.UnusableCtException;
import org.trabecula.simulation.ct.VoxelGrid;

/** Reads NIfTI-1 volumes (nifti1.h), compressed by gzip or not, slice by slice. */
final class Nifti {
  private static final int BUFFER = 1 << 16;
  private static final int MOST_LABEL = 255;

  private Nifti() {}

  /** Takes the value of a voxel of the file. */
  @FunctionalInterface
  private interface Sink {
    void put(int plane, int place, double value) throws UnusableCtException;
  }

  static CtVolume ct(Path file) throws IOException {
    try (InputStream in = open(file)) {
      NiftiHeader header = header(in, file);
      VoxelGrid grid = header.orientation().grid();
      short[][] planes = new short[grid.front()][grid.across() * grid.up()];
      read(in, header, file, (plane, place, value) -> planes[plane][place] = hu(value));
      return new CtVolume(grid, planes);
    }
  }

  static short hu(double value) {
    // Outside the circle of reconstruction some writers store NaN, some very low values.
    return Double.isNaN(value)
        ? CtVolume.AIR
        : (short) Math.clamp(Math.round(value), CtVolume.AIR, Short.MAX_VALUE);
  }

  static LabelVolume labels(Path file) throws IOException {
    try (InputStream in = open(file)) {
      NiftiHeader header = header(in, file);
      VoxelGrid grid = header.orientation().grid();
      byte[][] planes = new byte[grid.front()][grid.across() * grid.up()];
      read(in, header, file, (plane, place, value) -> planes[plane][place] = label(value, file));
      return new LabelVolume(grid, planes);
    }
  }

  /** Adds a mask's voxels under a label, where no bone is yet. */
  static VoxelGrid grid(Path file) throws IOException {
    try (InputStream in = open(file)) {
      return header(in, file).orientation().grid();
    }
  }

  /** Puts a label wherever a mask is not zero and nothing has been put. */
  static void mask(Path file, byte label, byte[][] planes) throws IOException {
    try (InputStream in = open(file)) {
      NiftiHeader header = header(in, file);
      read(
          in,
          header,
          file,
          (plane, place, value) -> {
            if (value != 0 && planes[plane][place] == 0) {
              planes[plane][place] = label;
            }
          });
    }
  }

  static byte label(double value, Path file) throws UnusableCtException {
    if (!(value >= 0 && value <= MOST_LABEL && value == Math.rint(value))) {
      throw new UnusableCtException(
          "%s is not a label map: it holds the value %s.".formatted(file, value));
    }
    return (byte) value;
  }

  private static InputStream open(Path file) throws IOException {
    InputStream raw = new BufferedInputStream(Files.newInputStream(file), BUFFER);
    try {
      raw.mark(2);
      boolean compressed = raw.read() == 0x1F && raw.read() == 0x8B;
      raw.reset();
      return compressed ? new GZIPInputStream(raw, BUFFER) : raw;
    } catch (IOException e) {
      raw.close();
      throw e;
    }
  }

  private static NiftiHeader header(InputStream in, Path file) throws IOException {
    NiftiHeader header = NiftiHeader.of(in.readNBytes(NiftiHeader.BYTES), file.toString());
    in.skipNBytes(header.dataOffset() - NiftiHeader.BYTES);
    return header;
  }

  private static void read(InputStream in, NiftiHeader header, Path file, Sink sink)
      throws IOException {
    NiftiHeader.Counts counts = header.counts();
    int bytes = header.type().bytes();
    byte[] row = new byte[Math.multiplyExact(counts.x(), bytes)];
    ByteBuffer values = ByteBuffer.wrap(row).order(header.order());
    Orientation orientation = header.orientation();
    try {
      for (int c = 0; c < counts.z(); c++) {
        for (int b = 0; b < counts.y(); b++) {
          if (in.readNBytes(row, 0, row.length) != row.length) {
            throw new EOFException();
          }
          for (int a = 0; a < counts.x(); a++) {
            double value =
                header.type().read(values, a * bytes) * header.slope() + header.intercept();
            sink.put(orientation.plane(a, b, c), orientation.place(a, b, c), value);
          }
        }
      }
    } catch (EOFException | ZipException e) {
      throw new IOException("%s is damaged or ends early.".formatted(file), e);
    }
  }
}
