import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.trabecula.simulation.ct.Joseph;
import org.trabecula.simulation.ct.PairGrid;
import org.trabecula.simulation.ct.VoxelGrid;
import org.trabecula.simulation.skeleton.Camera;
import org.trabecula.simulation.skeleton.Frame;
import org.trabecula.simulation.skeleton.Point;

/**
 * Rays through the same volume by Joseph's method and by {@code plastimatch drr}, in turns on two
 * threads: time, and error against a ball's geometry. Started by {@code bench/plastimatch/run}.
 */
final class Beside {
  private static final int ACROSS = 300;
  private static final int FRONT = 300;
  private static final int UP = 400;
  private static final double VOXEL = 0.8;
  private static final double RADIUS = 100;
  private static final int PIXELS = 512;
  private static final double DETECTOR = 400;
  private static final double SOURCE = 1000;
  private static final double BEHIND = 500;
  private static final int WARM_UP = 5;

  /** Plastimatch's water at its default, 1/mm, over the weight that it writes sums with. */
  private static final double PEER_UNIT = 0.0022;

  private static final Pattern TIME = Pattern.compile("Total time: ([0-9.]+)");

  private final Path folder;
  private final int rounds;

  /** What surrounds the ball, of half the density of water. */
  private enum Volume {
    AIR("ball in air"),
    /** An elliptic cylinder, as a person fills a scan: six voxels in ten hold something. */
    TRUNK("ball in a trunk in air"),
    FULL("ball in a full volume");

    private final String words;

    Volume(String words) {
      this.words = words;
    }

    boolean holds(Point p) {
      return switch (this) {
        case AIR -> false;
        case TRUNK -> Math.hypot(p.x() / 115, p.y() / 102) < 1;
        case FULL -> true;
      };
    }
  }

  private Beside(Path folder, int rounds) {
    this.folder = folder;
    this.rounds = rounds;
  }

  public static void main(String[] arguments) throws IOException, InterruptedException {
    Beside beside = new Beside(Path.of(arguments[0]), Integer.parseInt(arguments[1]));
    System.out.printf(
        "%d x %d x %d voxels of %.1f mm, %d x %d pixels, 2 threads, %d rounds in turns%n",
        ACROSS, FRONT, UP, VOXEL, PIXELS, PIXELS, beside.rounds);
    for (Volume volume : Volume.values()) {
      float[][] share = share(volume);
      beside.write(share);
      boolean air = volume == Volume.AIR;
      for (boolean halved : air ? new boolean[] {false, true} : new boolean[] {false}) {
        PairGrid.Source source = (j, values) -> fill(share[j], values);
        VoxelGrid grid = VoxelGrid.centred(ACROSS, FRONT, UP, VOXEL);
        PairGrid pair = halved ? PairGrid.halved(grid, source) : PairGrid.of(grid, source);
        String name = volume.words + (halved ? ", half voxels" : "");
        beside.compare(name + ", level", pair, Frame.BODY, air);
        beside.compare(name + ", tilted", pair, Frame.BODY.turned(8, 3, 6), air);
      }
    }
  }

  /** Of water in each voxel: a ball, in air or in tissue of half the density of water. */
  private static float[][] share(Volume volume) {
    float[][] share = new float[FRONT][ACROSS * UP];
    VoxelGrid grid = VoxelGrid.centred(ACROSS, FRONT, UP, VOXEL);
    for (int j = 0; j < FRONT; j++) {
      for (int at = 0; at < ACROSS * UP; at++) {
        Point place = grid.at(at % ACROSS, j, at / ACROSS);
        double ball = Math.clamp((RADIUS - place.length()) / VOXEL + 0.5, 0, 1);
        // In thousandths, as HU are.
        share[j][at] =
            Math.round(1000 * (volume.holds(place) ? 0.5 + 0.5 * ball : ball)) / 1000f;
      }
    }
    return share;
  }

  private static boolean fill(float[] plane, float[] values) {
    for (int at = 0; at < plane.length; at++) {
      values[2 * at] = plane[at];
      values[2 * at + 1] = 0.5f * plane[at];
    }
    return true;
  }

  private void write(float[][] share) throws IOException {
    double x = -VOXEL * (ACROSS - 1) / 2;
    double y = -VOXEL * (FRONT - 1) / 2;
    double z = -VOXEL * (UP - 1) / 2;
    String header =
        "ObjectType = Image\nNDims = 3\nBinaryData = True\nBinaryDataByteOrderMSB = False\n"
            + "CompressedData = False\nTransformMatrix = 1 0 0 0 1 0 0 0 1\n"
            + String.format(
                Locale.ROOT,
                "Offset = %.3f %.3f %.3f%nElementSpacing = %.3f %.3f %.3f%nDimSize = %d %d %d%n",
                x, y, z, VOXEL, VOXEL, VOXEL, ACROSS, FRONT, UP)
            + "ElementType = MET_SHORT\nElementDataFile = LOCAL\n";
    try (OutputStream out = Files.newOutputStream(folder.resolve("volume.mha"))) {
      out.write(header.getBytes(StandardCharsets.US_ASCII));
      ByteBuffer row = ByteBuffer.allocate(2 * ACROSS).order(ByteOrder.LITTLE_ENDIAN);
      for (int k = 0; k < UP; k++) {
        for (int j = FRONT - 1; j >= 0; j--) {
          row.clear();
          for (int i = 0; i < ACROSS; i++) {
            row.putShort((short) Math.round(1000 * share[j][k * ACROSS + i] - 1000));
          }
          out.write(row.array());
        }
      }
    }
  }

  private void compare(String name, PairGrid pair, Frame room, boolean air)
      throws IOException, InterruptedException {
    Camera camera = camera(room);
    float[] ours = new float[0];
    for (int n = 0; n < WARM_UP; n++) {
      ours = Joseph.project(pair, camera, true).first();
    }
    double[] one = new double[rounds];
    double[] peer = new double[rounds];
    double[] ratio = new double[rounds];
    for (int n = 0; n < rounds; n++) {
      long start = System.nanoTime();
      ours = Joseph.project(pair, camera, true).first();
      one[n] = 1e-9 * (System.nanoTime() - start);
      peer[n] = plastimatch(room);
      ratio[n] = peer[n] / one[n];
    }
    System.out.printf(
        Locale.ROOT,
        "%-44s Joseph %.3f s, plastimatch %.3f s, %.2f times as fast (%.2f to %.2f)",
        name, median(one), median(peer), median(ratio), ratio[0], ratio[rounds - 1]);
    // Beside other tissue the ball's edge alone cannot be told from where the volume ends.
    System.out.println(
        air
            ? String.format(
                Locale.ROOT,
                "; RMSE %.2f mm and %.2f mm",
                rmse(camera, ours, 10),
                rmse(camera, read(), 1 / PEER_UNIT))
            : "");
  }

  private static double median(double[] values) {
    Arrays.sort(values);
    int n = values.length;
    return (values[(n - 1) / 2] + values[n / 2]) / 2;
  }

  private static Camera camera(Frame room) {
    double pitch = DETECTOR / PIXELS;
    double half = (PIXELS - 1) / 2.0 * pitch;
    Point right = room.across();
    Point down = room.up().times(-1);
    return new Camera(
        PIXELS,
        PIXELS,
        pitch,
        room.front().times(-BEHIND).minus(right.times(half)).minus(down.times(half)),
        right,
        down,
        Optional.of(room.front().times(SOURCE)));
  }

  /** Runs the peer once; the time that it reports, s. */
  private double plastimatch(Frame room) throws IOException, InterruptedException {
    ProcessBuilder builder =
        new ProcessBuilder(
            "plastimatch", "drr", "-i", "exact", "-P", "preprocess",
            "-n", towardsBack(room.front()), "--vup", towardsBack(room.up()), "-o", "0 0 0",
            "--sad", text(SOURCE), "--sid", text(SOURCE + BEHIND),
            "-r", PIXELS + " " + PIXELS, "-z", text(DETECTOR) + " " + text(DETECTOR),
            "-t", "pfm", "-O", folder.resolve("drr").toString(),
            folder.resolve("volume.mha").toString());
    builder.environment().put("OMP_NUM_THREADS", "2");
    builder.redirectErrorStream(true);
    Process process = builder.start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    Matcher time = TIME.matcher(said);
    if (process.waitFor() != 0 || !time.find()) {
      throw new IOException("plastimatch drr failed: " + said);
    }
    return Double.parseDouble(time.group(1));
  }

  private static String text(double number) {
    return String.format(Locale.ROOT, "%.6f", number);
  }

  /** The peer counts y from front to back. */
  private static String towardsBack(Point p) {
    return text(p.x()) + " " + text(-p.y()) + " " + text(p.z());
  }

  private float[] read() throws IOException {
    byte[] bytes = Files.readAllBytes(folder.resolve("drr0000.pfm"));
    int pixels = PIXELS * PIXELS;
    float[] sums = new float[pixels];
    ByteBuffer.wrap(bytes, bytes.length - 4 * pixels, 4 * pixels)
        .order(ByteOrder.LITTLE_ENDIAN)
        .asFloatBuffer()
        .get(sums);
    return sums;
  }

  /** Against the ball's geometry, all rays that meet it, mm. */
  private static double rmse(Camera camera, float[] sums, double mm) {
    Point source = camera.source().orElseThrow();
    double squares = 0;
    int n = 0;
    for (int pixel = 0; pixel < sums.length; pixel++) {
      Point at =
          camera
              .corner()
              .plus(camera.right().times(pixel % PIXELS * camera.pitchMm()))
              .plus(camera.down().times(pixel / PIXELS * camera.pitchMm()));
      double miss = at.cross(source.minus(at).unit()).length();
      if (miss < RADIUS) {
        double error = mm * sums[pixel] - 2 * Math.sqrt(RADIUS * RADIUS - miss * miss);
        squares += error * error;
        n++;
      }
    }
    return Math.sqrt(squares / n);
  }
}
