package org.trabecula.simulation.projection;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.EnumMap;
import java.util.Map;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipException;
import org.trabecula.radiography.Laterality;
import org.trabecula.radiography.View;

/**
 * A projection on disk, about 1 byte a pixel: further looks are developed from it without casting
 * its rays again.
 *
 * <p>Layout, big endian: {@code TRBP}, version, geometry, then one deflated stream of the maps in
 * the order of {@link Material} as steps of {@value #STEP} g/cm² (unsigned 16 bit, each the
 * difference to its left neighbour, high bytes of a row before its low bytes) and of the region
 * flags. A step is 0.01 % of what a body weighs: far below the noise of any exposure.
 */
public final class ProjectionFile {
  /** Resolution of the stored maps, g/cm². */
  public static final double STEP = 0.001;

  private static final int MAGIC = 0x54524250;
  private static final int VERSION = 1;
  private static final int MOST_PIXELS = 1 << 26;

  private ProjectionFile() {}

  /** Writes a projection; the file appears whole or not at all. */
  public static void write(Projection projection, Path file) throws IOException {
    Path temporary = Files.createTempFile(file.toAbsolutePath().getParent(), ".projection", "");
    try {
      try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(temporary))) {
        writeGeometry(projection, new DataOutputStream(out));
        Deflater fast = new Deflater(Deflater.BEST_SPEED);
        try (OutputStream packed = new DeflaterOutputStream(out, fast, 1 << 15)) {
          ArealMasses masses = projection.masses();
          for (Material material : Material.values()) {
            writeMap(masses.map(material), masses.columns(), packed);
          }
          packed.write(projection.regions().flags());
        } finally {
          fast.end();
        }
      }
      Files.move(temporary, file, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(temporary);
    }
  }

  private static void writeGeometry(Projection projection, DataOutputStream out)
      throws IOException {
    ArealMasses masses = projection.masses();
    CollimatedField field = projection.field();
    Positioning p = projection.positioning();
    Pose pose = p.pose();
    out.writeInt(MAGIC);
    out.writeInt(VERSION);
    out.writeInt(masses.rows());
    out.writeInt(masses.columns());
    out.writeUTF(p.view().code());
    out.writeUTF(p.laterality().name());
    double[] numbers = {
      masses.pitchMm(),
      field.centreRow(),
      field.centreColumn(),
      field.height(),
      field.width(),
      field.rotationDegrees(),
      p.sidMm(),
      p.objectToDetectorMm(),
      p.fieldHeightMm(),
      p.fieldWidthMm(),
      p.collimatorDegrees(),
      p.marginMm(),
      pose.rotationDegrees(),
      pose.tiltDegrees(),
      pose.leanDegrees(),
      pose.decentringAcrossMm(),
      pose.decentringAlongMm(),
      pose.hipRotationDegrees()
    };
    for (double number : numbers) {
      out.writeDouble(number);
    }
  }

  private static void writeMap(float[] map, int columns, OutputStream out) throws IOException {
    byte[] row = new byte[2 * columns];
    for (int start = 0; start < map.length; start += columns) {
      int left = 0;
      for (int c = 0; c < columns; c++) {
        int value = Math.clamp(Math.round(map[start + c] / STEP), 0, 0xFFFF);
        int difference = value - left;
        row[c] = (byte) (difference >> 8);
        row[columns + c] = (byte) difference;
        left = value;
      }
      out.write(row);
    }
  }

  /**
   * Reads a projection back; areal masses are rounded to {@link #STEP}.
   *
   * @throws IOException if the file is no projection, is cut short, or cannot be read
   */
  public static Projection read(Path file) throws IOException {
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
      return read(new DataInputStream(in), file);
    } catch (EOFException | ZipException | IllegalArgumentException e) {
      throw new IOException(file + " is damaged; make the cohort's subject again", e);
    }
  }

  private static Projection read(DataInputStream in, Path file) throws IOException {
    if (in.readInt() != MAGIC || in.readInt() != VERSION) {
      throw new IOException(
          "%s is no projection of version %d; make the cohort again".formatted(file, VERSION));
    }
    int rows = in.readInt();
    int columns = in.readInt();
    if (rows < 1 || columns < 1 || (long) rows * columns > MOST_PIXELS) {
      throw new IllegalArgumentException("%d x %d pixels".formatted(rows, columns));
    }
    View view = View.of(in.readUTF());
    Laterality laterality = Laterality.valueOf(in.readUTF());
    double pitch = in.readDouble();
    // Arguments are read in the order in which they were written: Java evaluates left to right.
    CollimatedField field =
        new CollimatedField(
            in.readDouble(), in.readDouble(), in.readDouble(), in.readDouble(), in.readDouble());
    double sid = in.readDouble();
    double object = in.readDouble();
    double height = in.readDouble();
    double width = in.readDouble();
    double collimator = in.readDouble();
    double margin = in.readDouble();
    Pose pose =
        new Pose(
            in.readDouble(),
            in.readDouble(),
            in.readDouble(),
            in.readDouble(),
            in.readDouble(),
            in.readDouble());
    Positioning positioning =
        new Positioning(view, laterality, pose, sid, object, height, width, collimator, margin);
    DataInputStream packed = new DataInputStream(new InflaterInputStream(in));
    Map<Material, float[]> maps = new EnumMap<>(Material.class);
    for (Material material : Material.values()) {
      maps.put(material, readMap(packed, rows, columns));
    }
    byte[] flags = new byte[rows * columns];
    packed.readFully(flags);
    ArealMasses masses = new ArealMasses(rows, columns, pitch, positioning.magnification(), maps);
    return new Projection(masses, new RegionMap(rows, columns, flags), field, positioning);
  }

  private static float[] readMap(DataInputStream in, int rows, int columns) throws IOException {
    float[] map = new float[rows * columns];
    byte[] row = new byte[2 * columns];
    for (int start = 0; start < map.length; start += columns) {
      in.readFully(row);
      int value = 0;
      for (int c = 0; c < columns; c++) {
        value = (value + (row[c] << 8 | row[columns + c] & 0xFF)) & 0xFFFF;
        map[start + c] = (float) (value * STEP);
      }
    }
    return map;
  }
}
