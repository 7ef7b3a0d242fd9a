package org.trabecula.simulation.ct.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.trabecula.simulation.ct.CtVolume;
import org.trabecula.simulation.ct.LabelVolume;
import org.trabecula.simulation.ct.UnusableCtException;
import org.trabecula.simulation.ct.VoxelGrid;
import org.trabecula.simulation.skeleton.Point;

class NiftiTest {
  private static final int[] COUNTS = {3, 4, 5};
  private static final double[] SIZES = {1.5, 2, 2.5};

  @TempDir Path folder;

  static Stream<Arguments> orientations() {
    int[][] orders = {{0, 1, 2}, {0, 2, 1}, {1, 0, 2}, {1, 2, 0}, {2, 0, 1}, {2, 1, 0}};
    List<Arguments> all = new ArrayList<>();
    for (int[] order : orders) {
      for (int flips = 0; flips < 8; flips++) {
        all.add(Arguments.of(order, flips));
      }
    }
    return all.stream();
  }

  /** Affine from voxels to NIfTI's right, front and head. */
  private static double[][] affine(int[] order, int flips) {
    double[][] affine = new double[3][4];
    for (int axis = 0; axis < 3; axis++) {
      affine[order[axis]][axis] = ((flips >> axis & 1) == 1 ? -1 : 1) * SIZES[axis];
      affine[axis][3] = 10 * axis - 7;
    }
    return affine;
  }

  /** A value that tells the place of a voxel in the room: air, and linear in each direction. */
  private static short value(double right, double front, double head) {
    return (short) Math.round(-900 + 2 * right + 20 * front + 60 * head / 2.5);
  }

  @ParameterizedTest
  @MethodSource("orientations")
  void everyVoxelIsWhereTheHeaderPutsIt(int[] order, int flips) throws IOException {
    double[][] affine = affine(order, flips);
    Path file = folder.resolve("ct.nii");
    Files.write(file, file(affine, ByteOrder.LITTLE_ENDIAN, false));
    CtVolume ct = CtFiles.ct(file).volume();
    VoxelGrid grid = ct.grid();
    assertThat(grid.voxels()).isEqualTo(60);
    for (int i = 0; i < grid.across(); i++) {
      for (int j = 0; j < grid.front(); j++) {
        for (int k = 0; k < grid.up(); k++) {
          Point place = grid.at(i, j, k);
          assertThat(ct.at(i, j, k)).isEqualTo(value(-place.x(), place.y(), place.z()));
        }
      }
    }
  }

  @Test
  void bigEndianAndCompressedFilesHoldTheSame() throws IOException {
    double[][] affine = affine(new int[] {0, 1, 2}, 1);
    Path plain = Files.write(folder.resolve("a"), file(affine, ByteOrder.LITTLE_ENDIAN, false));
    byte[] big = file(affine, ByteOrder.BIG_ENDIAN, false);
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write(big);
    }
    Path other = Files.write(folder.resolve("b.nii.gz"), packed.toByteArray());
    CtVolume one = CtFiles.ct(plain).volume();
    CtVolume two = CtFiles.ct(other).volume();
    assertThat(two.grid()).isEqualTo(one.grid());
    assertThat(two.at(2, 1, 3)).isEqualTo(one.at(2, 1, 3));
  }

  @Test
  void aQuaternionOfAHalfTurnAboutTheHeadAxisTurnsAcrossAndFront() throws IOException {
    byte[] bytes = file(affine(new int[] {0, 1, 2}, 0), ByteOrder.LITTLE_ENDIAN, true);
    CtVolume ct = CtFiles.ct(Files.write(folder.resolve("q.nii"), bytes)).volume();
    // (a, b, c, d) = (0, 0, 0, 1): right and front run the other way, the head stays.
    assertThat(ct.grid().stepAcross().x()).isCloseTo(1.5, within(1e-6));
    assertThat(ct.grid().origin().x()).isCloseTo(7, within(1e-6));
    assertThat(ct.grid().origin().y()).isCloseTo(3 - 3 * 2, within(1e-6));
    assertThat(ct.at(0, 3, 0)).isEqualTo(value(-7, 3, 13));
  }

  @Test
  void whatIsNoCtIsRefusedInOneSentence() throws IOException {
    byte[] good = file(affine(new int[] {0, 1, 2}, 0), ByteOrder.LITTLE_ENDIAN, false);
    byte[] unplaced = good.clone();
    unplaced[254] = 0;
    byte[] series = good.clone();
    series[40] = 4;
    series[48] = 9;
    refused("not a NIfTI", new byte[400]);
    refused("ends early", new byte[10]);
    refused("how it lies", unplaced);
    refused("one volume", series);
    byte[] cut = java.util.Arrays.copyOf(good, good.length - 5);
    assertThatThrownBy(() -> CtFiles.ct(Files.write(folder.resolve("cut.nii"), cut)))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("ends early");
    Path labels = Files.write(folder.resolve("labels.nii"), good);
    assertThatThrownBy(() -> CtFiles.labels(labels))
        .isInstanceOf(UnusableCtException.class)
        .hasMessageContaining("not a label map");
  }

  private void refused(String why, byte[] bytes) {
    assertThatThrownBy(() -> CtFiles.ct(Files.write(folder.resolve("bad.nii"), bytes)))
        .isInstanceOf(UnusableCtException.class)
        .hasMessageContaining(why);
  }

  @Test
  void aFolderOfMasksIsALabelMap() throws IOException {
    byte[] mask = file(affine(new int[] {0, 1, 2}, 0), ByteOrder.LITTLE_ENDIAN, false);
    for (int at = 352; at < mask.length; at += 2) {
      mask[at] = (byte) (at < 370 ? 1 : 0);
      mask[at + 1] = 0;
    }
    byte[] all = mask.clone();
    for (int at = 352; at < all.length; at += 2) {
      all[at] = 1;
    }
    Files.write(folder.resolve("vertebrae_L3.nii"), mask);
    Files.write(folder.resolve("aorta.nii"), all);
    LabelVolume labels = CtFiles.labels(folder);
    // NIfTI's first voxel is the rightmost, ours on the far left.
    assertThat(labels.at(2, 0, 0)).isEqualTo(29);
    long bone = 0;
    for (int i = 0; i < 3; i++) {
      for (int j = 0; j < 4; j++) {
        for (int k = 0; k < 5; k++) {
          bone += labels.at(i, j, k) == 29 ? 1 : 0;
        }
      }
    }
    assertThat(bone).isEqualTo(9);
  }

  private static byte[] file(double[][] affine, ByteOrder order, boolean quaternion) {
    ByteBuffer out = ByteBuffer.allocate(352 + 2 * 60).order(order);
    out.putInt(0, 348).putShort(40, (short) 3);
    for (int axis = 0; axis < 3; axis++) {
      out.putShort(42 + 2 * axis, (short) COUNTS[axis])
          .putFloat(80 + 4 * axis, (float) SIZES[axis]);
    }
    out.putFloat(76, 1).putShort(70, (short) 4).putShort(72, (short) 16).putFloat(108, 352);
    out.putFloat(112, 1).put(123, (byte) 2);
    out.putShort(quaternion ? 252 : 254, (short) 1);
    if (quaternion) {
      out.putFloat(264, 1);
      for (int axis = 0; axis < 3; axis++) {
        out.putFloat(268 + 4 * axis, (float) affine[axis][3]);
      }
    }
    double[][] used = affine;
    if (quaternion) {
      used = new double[][] {affine[0].clone(), affine[1].clone(), affine[2].clone()};
      used[0][0] = -used[0][0];
      used[1][1] = -used[1][1];
    }
    for (int row = 0; row < 3; row++) {
      for (int column = 0; column < 4; column++) {
        out.putFloat(280 + 16 * row + 4 * column, (float) used[row][column]);
      }
    }
    out.put(344, new byte[] {'n', '+', '1', 0});
    int at = 352;
    for (int c = 0; c < COUNTS[2]; c++) {
      for (int b = 0; b < COUNTS[1]; b++) {
        for (int a = 0; a < COUNTS[0]; a++) {
          double[] place = new double[3];
          for (int row = 0; row < 3; row++) {
            place[row] = used[row][0] * a + used[row][1] * b + used[row][2] * c + used[row][3];
          }
          out.putShort(at, value(place[0], place[1], place[2]));
          at += 2;
        }
      }
    }
    return out.array();
  }
}
