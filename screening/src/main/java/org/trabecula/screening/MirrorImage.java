package org.trabecula.screening;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.trabecula.radiography.CanonicalFrame;
import org.trabecula.screening.inference.Tensor;

/** Left and right exchanged on the canonical grid. */
final class MirrorImage {
  private static final int COLUMNS = CanonicalFrame.COLUMNS;

  private MirrorImage() {}

  /** The mirror image of one map or several. */
  static float[] of(float[] maps) {
    float[] mirrored = new float[maps.length];
    for (int row = 0; row < maps.length; row += COLUMNS) {
      for (int column = 0; column < COLUMNS; column++) {
        mirrored[row + COLUMNS - 1 - column] = maps[row + column];
      }
    }
    return mirrored;
  }

  /**
   * The mean of what a network says of a film and of its mirror image, on the film.
   *
   * @throws IllegalArgumentException if they are not outputs of one network
   */
  static Map<String, Tensor> mean(Map<String, Tensor> film, Map<String, Tensor> mirrored) {
    Map<String, Tensor> mean = new LinkedHashMap<>();
    film.forEach((name, tensor) -> {
      Tensor other = mirrored.get(name);
      if (other == null || !other.shape().equals(tensor.shape())) {
        throw new IllegalArgumentException("The mirror image gave another " + name);
      }
      mean.put(name, mean(tensor, other));
    });
    return mean;
  }

  private static Tensor mean(Tensor film, Tensor mirrored) {
    List<Long> shape = film.shape();
    boolean maps = shape.size() == 4 && shape.getLast() == COLUMNS;
    float[] values = film.values();
    float[] others = maps ? of(mirrored.values()) : mirrored.values();
    for (int i = 0; i < values.length; i++) {
      values[i] = (values[i] + others[i]) / 2;
    }
    return Tensor.copyOf(values, shape.stream().mapToLong(Long::longValue).toArray());
  }
}
