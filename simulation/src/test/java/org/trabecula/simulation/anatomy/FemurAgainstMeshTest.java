package org.trabecula.simulation.anatomy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.trabecula.simulation.population.Population;
import org.trabecula.simulation.skeleton.BoneKind;
import org.trabecula.simulation.skeleton.BoneRay;
import org.trabecula.simulation.skeleton.Point;
import org.trabecula.simulation.skeleton.Skeleton;

/**
 * Simulated femora beside the closed surface of a real one (TLEM2, right femur, mm), by silhouettes
 * from the front with the neck in the plane. One bone says whether proportions are those of a
 * person, no more: lengths are taken relative to the head's diameter, and the tolerances are about
 * two standard deviations between persons (facts 3.2).
 */
class FemurAgainstMeshTest {
  private static final int SUBJECTS = 8;

  @Test
  void proportionsAreThoseOfARealFemur() throws IOException {
    Silhouette.Measures real = ofMesh(RealData.file("meshes/femur-pelvis/femur_r.stl")).measures();
    List<Silhouette.Measures> simulated = new ArrayList<>();
    for (int number = 0; number < SUBJECTS; number++) {
      simulated.add(ofSubject(number).measures());
    }
    compare("head diameter, mm", real, simulated, m -> m.head(), 7);
    compare("neck width / head", real, simulated, m -> m.neck() / m.head(), 0.10);
    compare("neck-shaft angle, degrees", real, simulated, m -> m.neckShaft(), 11);
    compare("offset / head", real, simulated, m -> m.offset() / m.head(), 0.22);
    compare("area of 100 mm / head²", real, simulated, m -> m.area() / (m.head() * m.head()), 0.35);
  }

  private static void compare(
      String name,
      Silhouette.Measures real,
      List<Silhouette.Measures> simulated,
      ToDoubleFunction<Silhouette.Measures> measure,
      double tolerance) {
    double mean = simulated.stream().mapToDouble(measure).average().orElseThrow();
    double there = measure.applyAsDouble(real);
    System.out.printf(
        "femur, %s: real %.3f, mean of %d simulated %.3f, tolerance %.3f%n",
        name, there, simulated.size(), mean, tolerance);
    assertThat(Math.abs(mean - there)).as(name).isLessThan(tolerance);
  }

  private static Silhouette ofSubject(int number) {
    Anatomy anatomy = Anatomy.of(Population.MIXED.draw(5, number));
    Skeleton skeleton = anatomy.skeleton();
    Point head = anatomy.landmarks().leftHip().head();
    Skeleton.Bone femur =
        skeleton.bones().stream()
            .filter(b -> b.kind() == BoneKind.LEFT_FEMUR)
            .findFirst()
            .orElseThrow();
    BoneRay ray = new BoneRay(skeleton);
    Silhouette silhouette = new Silhouette();
    for (int row = 0; row < silhouette.rows(); row++) {
      for (int column = 0; column < silhouette.columns(); column++) {
        Point place =
            new Point(
                head.x() + silhouette.outwards(column),
                head.y() + 200,
                head.z() - silhouette.downwards(row));
        ray.aim(place, new Point(0, -1, 0));
        if (ray.walk(femur)) {
          silhouette.set(row, column);
        }
      }
    }
    return silhouette;
  }

  /**
   * The mesh has x to the front, y up and z outwards; it is turned until the offset is greatest.
   */
  private static Silhouette ofMesh(Path file) throws IOException {
    ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
    Silhouette best = new Silhouette();
    double most = 0;
    for (int degrees = -30; degrees <= 30; degrees += 3) {
      Silhouette turned = turned(bytes, Math.toRadians(degrees));
      double offset = turned.measures().offset();
      if (offset > most) {
        most = offset;
        best = turned;
      }
    }
    return best;
  }

  private static Silhouette turned(ByteBuffer bytes, double radians) {
    double c = Math.cos(radians);
    double s = Math.sin(radians);
    double top = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < 3 * bytes.getInt(80); i++) {
      top = Math.max(top, bytes.getFloat(84 + 50 * (i / 3) + 12 + 12 * (i % 3) + 4));
    }
    Silhouette silhouette = new Silhouette();
    for (int i = 0; i < bytes.getInt(80); i++) {
      double[] outwards = new double[3];
      double[] downwards = new double[3];
      for (int j = 0; j < 3; j++) {
        int at = 84 + 50 * i + 12 + 12 * j;
        outwards[j] = c * bytes.getFloat(at + 8) + s * bytes.getFloat(at);
        downwards[j] = top - 21 - bytes.getFloat(at + 4);
      }
      silhouette.fill(outwards, downwards);
    }
    return silhouette;
  }
}
