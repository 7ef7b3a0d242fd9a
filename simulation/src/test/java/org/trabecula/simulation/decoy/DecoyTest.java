package org.trabecula.simulation.decoy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.trabecula.simulation.decoy.Canvas.Ellipse;
import org.trabecula.simulation.decoy.Canvas.Placement;
import org.trabecula.simulation.decoy.Canvas.Tube;
import org.trabecula.simulation.physics.Plane;
import org.trabecula.simulation.projection.ArealMasses;
import org.trabecula.simulation.projection.Material;

class DecoyTest {
  @ParameterizedTest
  @EnumSource(DecoyKind.class)
  void everyKindGivesFiniteMassesOnAReadableGrid(DecoyKind kind) {
    Decoy decoy = Decoy.draw(kind, 1, new SplittableRandom(9));
    ArealMasses masses = decoy.masses();
    assertThat(masses.rows()).isGreaterThanOrEqualTo(256);
    assertThat(masses.columns()).isGreaterThanOrEqualTo(256);
    double most = 0;
    for (Material material : Material.values()) {
      for (float value : masses.map(material)) {
        assertThat(Float.isFinite(value) && value >= 0).isTrue();
        most = Math.max(most, value);
      }
    }
    assertThat(most).isPositive();
  }

  @ParameterizedTest
  @EnumSource(DecoyKind.class)
  void theSameSeedPaintsTheSameScene(DecoyKind kind) {
    float[] first = Decoy.draw(kind, 1.2, new SplittableRandom(4)).masses().map(Material.LEAN);
    float[] again = Decoy.draw(kind, 1.2, new SplittableRandom(4)).masses().map(Material.LEAN);
    assertThat(first).isEqualTo(again);
  }

  @Test
  void allKindsAreDrawn() {
    var random = new SplittableRandom(1);
    Set<DecoyKind> seen = EnumSet.noneOf(DecoyKind.class);
    for (int i = 0; i < 120; i++) {
      seen.add(Decoy.draw(2, random).kind());
    }
    assertThat(seen).hasSize(DecoyKind.values().length);
  }

  @Test
  void aTurnedEllipseHoldsTheMassOfItsVolume() {
    Plane plane = new Plane(300, 300, 1);
    for (double degrees : new double[] {0, 35, 90}) {
      Canvas canvas = new Canvas(plane, new Placement(10, -20, degrees, 1, true));
      canvas.ellipse(new Ellipse(15, 5, 40, 60, 50, 20, 2), Tissue.MUSCLE);
      double grams = 0;
      for (float value : canvas.masses().map(Material.LEAN)) {
        grams += value * 0.01;
      }
      // Half an ellipsoid's thickness profile: 2/3 of area times greatest thickness.
      double expected = 2.0 / 3 * Math.PI * 4 * 6 * 5 * 1.06;
      assertThat(grams).isBetween(0.99 * expected, 1.01 * expected);
    }
  }

  @Test
  void aBoneIsDensestInItsCortex() {
    Canvas canvas = new Canvas(new Plane(300, 300, 1), Placement.PLAIN);
    Grain even = new Grain(50, 0, new SplittableRandom(1));
    canvas.bone(java.util.List.of(new Tube(0, -200, 14, 0, 200, 14)), 4, 0.1, even);
    float[] mineral = canvas.masses().map(Material.HYDROXYAPATITE);
    float middle = mineral[150 * 300 + 150];
    float wall = mineral[150 * 300 + 150 + 10];
    float outside = mineral[150 * 300 + 150 + 16];
    assertThat(middle).isBetween(1.0f, 1.2f);
    assertThat(wall).isGreaterThan(1.4f * middle);
    assertThat(outside).isZero();
  }
}
