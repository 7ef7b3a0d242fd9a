package org.trabecula.simulation.skeleton;

import java.util.List;
import org.trabecula.densitometry.Site;

/**
 * Places that bound the measured regions.
 *
 * @param vertebrae L1 to L4
 * @param rightHip proximal femur of the subject's right
 * @param leftHip and left
 */
public record Landmarks(List<Vertebra> vertebrae, Hip rightHip, Hip leftHip) {
  public Landmarks {
    vertebrae = List.copyOf(vertebrae);
  }

  /**
   * The four corners of a vertebra's region: half-way through the discs, out to the lateral limits.
   * Right and left are the subject's. Assessable is what a clinic would not leave out.
   */
  public record Vertebra(
      Site site,
      boolean assessable,
      Point topRight,
      Point topLeft,
      Point bottomRight,
      Point bottomLeft) {}

  /**
   * What bounds the regions of a proximal femur.
   *
   * @param head centre of the femoral head
   * @param boxNear where the neck's axis enters the neck box, on the head's side
   * @param boxFar where it leaves it
   * @param boxCorner lower corner of the neck box on the trochanter's side
   * @param lateralCortex where the line under the trochanter leaves the shaft
   * @param shaftEnd where the total hip ends on the shaft's axis, below the lesser trochanter
   * @param shaftAxis unit direction down the shaft
   */
  public record Hip(
      Point head,
      Point boxNear,
      Point boxFar,
      Point boxCorner,
      Point lateralCortex,
      Point shaftEnd,
      Point shaftAxis) {}
}
