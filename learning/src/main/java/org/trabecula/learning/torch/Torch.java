package org.trabecula.learning.torch;

import java.util.List;
import java.util.function.Supplier;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.openblas.global.openblas;
import org.bytedeco.pytorch.MemoryFormatOptional;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptions;
import org.bytedeco.pytorch.global.torch;
import org.bytedeco.pytorch.global.torch.MemoryFormat;
import org.bytedeco.pytorch.global.torch.ScalarType;

/**
 * Small bridges between Java arrays and libtorch.
 *
 * <p>Close what a computation makes by a {@code PointerScope} around it. The handle that an
 * in-place operation returns owns nothing and is not registered there; closing it by hand crashes.
 */
final class Torch {
  static {
    // JavaCPP counts mapped files as memory and gives up at twice the heap; the system knows
    // better.
    limitless("org.bytedeco.javacpp.maxBytes");
    limitless("org.bytedeco.javacpp.maxPhysicalBytes");
  }

  private Torch() {}

  private static void limitless(String property) {
    if (System.getProperty(property) == null) {
      System.setProperty(property, "0");
    }
  }

  /**
   * Loads libtorch and fixes its threads. OpenBLAS gets one: its own threads fight libgomp (13-32
   * against 177-232 images/s at batch 1, measured on two cores).
   */
  static void load(int threads) {
    openblas.blas_set_num_threads(1);
    torch.set_num_threads(threads);
  }

  static TensorOptions floats() {
    return new TensorOptions(ScalarType.Float);
  }

  /** A new tensor that holds a copy of the numbers. */
  static Tensor tensor(float[] values, long... shape) {
    Tensor tensor = torch.empty(shape, floats(), new MemoryFormatOptional(MemoryFormat.Contiguous));
    try (FloatPointer data = tensor.data_ptr_float()) {
      data.put(values, 0, values.length);
    }
    return tensor;
  }

  /** Replaces the numbers of a dense tensor of floats. */
  static void fill(Tensor tensor, float[] values) {
    if (values.length != tensor.numel()) {
      throw new IllegalArgumentException(
          "%d numbers do not fill %d".formatted(values.length, tensor.numel()));
    }
    try (FloatPointer data = tensor.data_ptr_float()) {
      data.put(values, 0, values.length);
    }
  }

  static float[] floats(List<Double> values) {
    float[] array = new float[values.size()];
    for (int i = 0; i < array.length; i++) {
      array[i] = values.get(i).floatValue();
    }
    return array;
  }

  /** The numbers of a tensor in row-major order. */
  static float[] array(Tensor tensor) {
    try (Tensor single = tensor.to(ScalarType.Float);
        Tensor dense = single.contiguous();
        FloatPointer data = dense.data_ptr_float()) {
      float[] values = new float[Math.toIntExact(dense.numel())];
      data.get(values, 0, values.length);
      return values;
    }
  }

  /** Computes something and closes all handles made on the way. */
  @SuppressWarnings("try") // the scope acts by being open
  static <T> T scoped(Supplier<T> work) {
    try (PointerScope scope = new PointerScope()) {
      return work.get();
    }
  }

  /** As {@link #scoped}, without recording gradients. */
  @SuppressWarnings("try") // the guard acts by being open
  static <T> T withoutGradient(Supplier<T> work) {
    return scoped(() -> {
      try (NoGradGuard guard = new NoGradGuard()) {
        return work.get();
      }
    });
  }

  static Scalar scalar(double value) {
    return new Scalar(value);
  }
}
