package org.trabecula.simulation.ct.files;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.trabecula.simulation.ct.UnusableCtException;
import org.trabecula.simulation.skeleton.Point;

/**
 * What a NIfTI-1 header (nifti1.h, 348 bytes) says of a volume.
 *
 * @param order of bytes
 * @param counts voxels along the axes, the fastest first
 * @param type of the samples
 * @param dataOffset of the first sample in the file
 * @param slope of the stored values
 * @param intercept of the stored values
 * @param orientation of the voxels in the body
 */
record NiftiHeader(
    ByteOrder order,
    Counts counts,
    Type type,
    long dataOffset,
    double slope,
    double intercept,
    Orientation orientation) {
  static final int BYTES = 348;

  private static final long MOST_VOXELS = 600_000_000L;

  /** Voxels along the axes. */
  record Counts(int x, int y, int z) {}

  /** Types of samples, with nifti1.h's code. */
  enum Type {
    UINT8(2, 1),
    INT16(4, 2),
    INT32(8, 4),
    FLOAT32(16, 4),
    FLOAT64(64, 8),
    INT8(256, 1),
    UINT16(512, 2),
    UINT32(768, 4);

    private final int code;
    private final int bytes;

    Type(int code, int bytes) {
      this.code = code;
      this.bytes = bytes;
    }

    int bytes() {
      return bytes;
    }

    static Optional<Type> of(int code) {
      for (Type type : values()) {
        if (type.code == code) {
          return Optional.of(type);
        }
      }
      return Optional.empty();
    }

    double read(ByteBuffer from, int at) {
      return switch (this) {
        case UINT8 -> from.get(at) & 0xFF;
        case INT8 -> from.get(at);
        case INT16 -> from.getShort(at);
        case UINT16 -> from.getShort(at) & 0xFFFF;
        case INT32 -> from.getInt(at);
        case UINT32 -> from.getInt(at) & 0xFFFFFFFFL;
        case FLOAT32 -> from.getFloat(at);
        case FLOAT64 -> from.getDouble(at);
      };
    }
  }

  /**
   * Reads a header.
   *
   * @param name of the file, for the sentence
   * @throws UnusableCtException if it is none, or says what is not supported
   */
  static NiftiHeader of(byte[] bytes, String name) throws UnusableCtException {
    if (bytes.length < BYTES) {
      throw new UnusableCtException("%s is not a NIfTI file: it ends early.".formatted(name));
    }
    ByteBuffer header = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    if (header.getInt(0) != BYTES) {
      header.order(ByteOrder.BIG_ENDIAN);
    }
    String magic = new String(bytes, 344, 3, StandardCharsets.US_ASCII);
    if (header.getInt(0) != BYTES || !magic.equals("n+1")) {
      throw new UnusableCtException(
          magic.equals("ni1")
              ? "%s is half of a NIfTI pair; save it as one file (.nii or .nii.gz).".formatted(name)
              : "%s is not a NIfTI-1 file.".formatted(name));
    }
    Counts counts = counts(header, name);
    int code = header.getShort(70);
    Type type =
        Type.of(code)
            .orElseThrow(() ->
                new UnusableCtException(
                    "%s stores its samples as type %d, which is not supported."
                        .formatted(name, code)));
    double slope = header.getFloat(112);
    boolean scaled = slope != 0 && Double.isFinite(slope);
    float offset = header.getFloat(108);
    return new NiftiHeader(
        header.order(),
        counts,
        type,
        offset >= BYTES ? (long) offset : BYTES + 4,
        scaled ? slope : 1,
        scaled ? header.getFloat(116) : 0,
        orientation(header, counts, name));
  }

  private static Counts counts(ByteBuffer header, String name) throws UnusableCtException {
    int dimensions = header.getShort(40);
    boolean volume = dimensions >= 3 && dimensions <= 7;
    for (int d = 4; volume && d <= dimensions; d++) {
      volume = header.getShort(40 + 2 * d) <= 1;
    }
    Counts counts = new Counts(header.getShort(42), header.getShort(44), header.getShort(46));
    if (!volume || counts.x < 1 || counts.y < 1 || counts.z < 1) {
      throw new UnusableCtException("%s does not hold one volume.".formatted(name));
    }
    if ((long) counts.x * counts.y * counts.z > MOST_VOXELS) {
      throw new UnusableCtException(
          "%s has more than %d million voxels.".formatted(name, MOST_VOXELS / 1_000_000));
    }
    return counts;
  }

  /** By sform, else by qform: where both are there, the first is the one that tools refine. */
  private static Orientation orientation(ByteBuffer header, Counts counts, String name)
      throws UnusableCtException {
    double unit =
        switch (header.get(123) & 7) {
          case 1 -> 1000;
          case 3 -> 0.001;
          default -> 1;
        };
    double[][] matrix;
    if (header.getShort(254) > 0) {
      matrix = sform(header);
    } else if (header.getShort(252) > 0) {
      matrix = qform(header);
    } else {
      throw new UnusableCtException(
          "%s does not say how it lies in the body (no qform or sform).".formatted(name));
    }
    try {
      return new Orientation(
          new int[] {counts.x, counts.y, counts.z},
          body(matrix, 3).times(unit),
          List.of(
              body(matrix, 0).times(unit),
              body(matrix, 1).times(unit),
              body(matrix, 2).times(unit)));
    } catch (IllegalArgumentException e) {
      throw new UnusableCtException("%s has an orientation without volume.".formatted(name));
    }
  }

  /** A column in body axes: NIfTI's run to the subject's right, front and head. */
  private static Point body(double[][] matrix, int column) {
    return new Point(-matrix[0][column], matrix[1][column], matrix[2][column]);
  }

  private static double[][] sform(ByteBuffer header) {
    double[][] matrix = new double[3][4];
    for (int row = 0; row < 3; row++) {
      for (int column = 0; column < 4; column++) {
        matrix[row][column] = header.getFloat(280 + 16 * row + 4 * column);
      }
    }
    return matrix;
  }

  /** Method 2 of nifti1.h: a unit quaternion (a, b, c, d), voxel sizes, and a sign. */
  private static double[][] qform(ByteBuffer header) {
    double b = header.getFloat(256);
    double c = header.getFloat(260);
    double d = header.getFloat(264);
    double square = 1 - b * b - c * c - d * d;
    double a = Math.sqrt(Math.max(0, square));
    if (square < 0) {
      double length = Math.sqrt(b * b + c * c + d * d);
      b /= length;
      c /= length;
      d /= length;
    }
    double sign = header.getFloat(76) < 0 ? -1 : 1;
    double[] size = {header.getFloat(80), header.getFloat(84), sign * header.getFloat(88)};
    double[][] turn = {
      {a * a + b * b - c * c - d * d, 2 * (b * c - a * d), 2 * (b * d + a * c)},
      {2 * (b * c + a * d), a * a + c * c - b * b - d * d, 2 * (c * d - a * b)},
      {2 * (b * d - a * c), 2 * (c * d + a * b), a * a + d * d - b * b - c * c}
    };
    double[][] matrix = new double[3][4];
    for (int row = 0; row < 3; row++) {
      for (int column = 0; column < 3; column++) {
        matrix[row][column] = turn[row][column] * size[column];
      }
      matrix[row][3] = header.getFloat(268 + 4 * row);
    }
    return matrix;
  }
}
