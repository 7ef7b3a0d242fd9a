package org.trabecula.simulation.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.SplittableRandom;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.trabecula.radiography.Laterality;
import org.trabecula.radiography.View;

class ProjectionFileTest {
  private static final int ROWS = 37;
  private static final int COLUMNS = 23;

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void isReadAsItWasWritten(long seed) throws IOException {
    Projection written = drawn(seed);
    Path file = folder.resolve("one.projection");
    ProjectionFile.write(written, file);

    Projection read = ProjectionFile.read(file);

    assertThat(read.field()).isEqualTo(written.field());
    assertThat(read.positioning()).isEqualTo(written.positioning());
    assertThat(read.regions().flags()).isEqualTo(written.regions().flags());
    assertThat(read.masses().pitchMm()).isEqualTo(written.masses().pitchMm());
    assertThat(read.masses().magnification()).isEqualTo(written.masses().magnification());
    for (Material material : Material.values()) {
      assertThat(read.masses().map(material))
          .containsExactly(
              written.masses().map(material), Offset.offset((float) (0.51 * ProjectionFile.STEP)));
    }
  }

  @Test
  void writingWhatWasReadChangesNothing() throws IOException {
    Path first = folder.resolve("first.projection");
    Path second = folder.resolve("second.projection");
    ProjectionFile.write(drawn(6), first);
    ProjectionFile.write(ProjectionFile.read(first), second);

    assertThat(Files.readAllBytes(second)).isEqualTo(Files.readAllBytes(first));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 0.01, 0.1, 0.5, 0.99})
  void aFileCutShortIsRefusedWhereverItEnds(double share) throws IOException {
    Path file = folder.resolve("cut.projection");
    ProjectionFile.write(drawn(7), file);
    byte[] whole = Files.readAllBytes(file);
    Files.write(file, Arrays.copyOf(whole, (int) (share * whole.length)));

    assertThatThrownBy(() -> ProjectionFile.read(file))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("cut.projection is damaged");
  }

  @Test
  void anotherFileIsRefused() throws IOException {
    Path file = folder.resolve("text.projection");
    Files.writeString(file, "subject,image,view\n");

    assertThatThrownBy(() -> ProjectionFile.read(file))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("is no projection of version 1");
  }

  private static Projection drawn(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    Map<Material, float[]> maps = new EnumMap<>(Material.class);
    for (Material material : Material.values()) {
      float[] map = new float[ROWS * COLUMNS];
      double most = material == Material.LEAN ? 60 : 4;
      for (int i = 0; i < map.length; i++) {
        map[i] = random.nextInt(4) == 0 ? 0 : (float) (most * random.nextDouble());
      }
      maps.put(material, map);
    }
    byte[] flags = new byte[ROWS * COLUMNS];
    random.nextBytes(flags);
    Pose pose = new Pose(3.5, -6.25, 1, random.nextDouble(), -12, 14);
    Positioning positioning =
        new Positioning(View.HIP_AP, Laterality.LEFT, pose, 1080 + seed, 95, 300.5, 240, -1.5, 20);
    CollimatedField field = new CollimatedField(18, 11, 30, 20, -1.5);
    ArealMasses masses = new ArealMasses(ROWS, COLUMNS, 1.25, positioning.magnification(), maps);
    return new Projection(masses, new RegionMap(ROWS, COLUMNS, flags), field, positioning);
  }
}
