package org.trabecula.simulation.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.trabecula.radiography.View;
import org.trabecula.simulation.anatomy.Anatomy;
import org.trabecula.simulation.population.Population;
import org.trabecula.simulation.skeleton.Camera;

class BodyCasterTest {
  /**
   * Where there is no bone, lean, fat and gas fill the body from skin to skin, however unevenly
   * lean and fat are spread.
   */
  @ParameterizedTest
  @CsvSource({"LUMBAR_AP, 1", "LUMBAR_AP, 2", "HIP_AP, 1", "HIP_AP, 2"})
  void unevennessLeavesTheThicknessAsItIs(View view, int number) {
    Anatomy anatomy = Anatomy.of(Population.MIXED.draw(51, number));
    Positioning positioning = Positioning.straight(view);
    Camera camera = Projector.camera(anatomy.landmarks(), positioning, 4);
    BodyCaster caster = new BodyCaster(camera, anatomy.softTissue());
    caster.cast(0, camera.rows());
    ArealMasses masses = Projector.project(anatomy, positioning, 4).masses();
    int compared = 0;
    for (int row = 0; row < camera.rows(); row++) {
      for (int column = 0; column < camera.columns(); column++) {
        if (masses.at(Material.HYDROXYAPATITE, row, column) == 0) {
          int pixel = row * camera.columns() + column;
          double lean = 10 * masses.at(Material.LEAN, row, column) / TissueDensity.LEAN;
          double fat = 10 * masses.at(Material.FAT, row, column) / TissueDensity.FAT;
          assertThat(lean + fat + caster.gas[pixel]).isCloseTo(caster.body[pixel], within(0.01));
          compared++;
        }
      }
    }
    assertThat(compared).isGreaterThan(1000);
  }

  @ParameterizedTest
  @CsvSource({"LUMBAR_AP, 3", "HIP_AP, 4"})
  void gasNeverFillsTheBodyFromFrontToBack(View view, int number) {
    Anatomy anatomy = Anatomy.of(Population.MIXED.draw(52, number));
    Camera camera = Projector.camera(anatomy.landmarks(), Positioning.straight(view), 4);
    BodyCaster caster = new BodyCaster(camera, anatomy.softTissue());
    caster.cast(0, camera.rows());
    for (int pixel = 0; pixel < caster.gas.length; pixel++) {
      assertThat(caster.gas[pixel]).isBetween(0f, 0.8f * caster.within[pixel] + 1e-3f);
    }
  }
}
