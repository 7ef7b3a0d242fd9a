package org.trabecula.screening;

import java.util.Arrays;
import java.util.List;
import org.trabecula.radiography.CanonicalFrame;

/** Region masks as a good network gives them on a good film; faults are planted into copies. */
final class FakeMasks {
  static final float SURE = 0.95f;

  private FakeMasks() {}

  /** A rectangle of rows [top, bottom) and columns [left, right). */
  record Box(int top, int left, int bottom, int right) {
    Box moved(int rows, int columns) {
      return new Box(top + rows, left + columns, bottom + rows, right + columns);
    }
  }

  /** L1 to L4: 28 x 45 mm, 36 mm apart. */
  static final List<Box> VERTEBRAE =
      List.of(
          new Box(60, 81, 79, 111),
          new Box(84, 81, 103, 111),
          new Box(108, 81, 127, 111),
          new Box(132, 81, 151, 111));

  /** Neck, trochanter, total hip of a right hip. */
  static final List<Box> HIP =
      List.of(new Box(100, 80, 114, 96), new Box(112, 55, 140, 75), new Box(96, 55, 150, 96));

  static float[] lumbar() {
    return masks(VERTEBRAE, SURE);
  }

  static float[] hip() {
    return masks(HIP, SURE);
  }

  static float[] masks(List<Box> boxes, float probability) {
    float[] masks = new float[boxes.size() * ModelInput.IMAGE_SIZE];
    Arrays.fill(masks, 0.01f);
    for (int i = 0; i < boxes.size(); i++) {
      Box box = boxes.get(i);
      for (int row = box.top(); row < box.bottom(); row++) {
        for (int column = box.left(); column < box.right(); column++) {
          masks[i * ModelInput.IMAGE_SIZE + row * CanonicalFrame.COLUMNS + column] = probability;
        }
      }
    }
    return masks;
  }
}
