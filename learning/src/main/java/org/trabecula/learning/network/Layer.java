package org.trabecula.learning.network;

import java.util.List;
import org.trabecula.learning.network.Shape.Grid;
import org.trabecula.learning.network.Shape.Vector;

/** One operation of a network: a closed choice, so that every interpreter must know all of it. */
public sealed interface Layer {

  /** An element-wise function. */
  enum Function {
    RELU,
    SILU,
    SIGMOID,
    SOFTPLUS
  }

  /**
   * A two-dimensional convolution with zero padding that keeps the size at stride 1.
   *
   * @param channels output channels
   * @param kernel odd side of the kernel, pixels
   * @param stride 1 or 2, pixels
   * @param bias whether an offset per output channel is learnt
   */
  record Convolution(int channels, int kernel, int stride, boolean bias) implements Layer {
    public Convolution {
      requirePositive(channels, "channels");
      requirePositive(stride, "stride");
      if (kernel < 1 || kernel % 2 == 0) {
        throw new IllegalArgumentException("kernel is %d, not odd".formatted(kernel));
      }
    }

    /** Zeros on each side. */
    public int padding() {
      return kernel / 2;
    }
  }

  /**
   * Batch normalisation (Ioffe and Szegedy 2015, arXiv 1502.03167), folded on export.
   *
   * @param initialScale scale before training; 0 makes a residual block start as identity
   */
  record BatchNorm(double initialScale) implements Layer {
    /** Added to the variance. */
    public static final double EPSILON = 1e-5;
  }

  /** An element-wise function. */
  record Activation(Function function) implements Layer {}

  /** Probabilities over the channels of a vector. */
  record Softmax() implements Layer {}

  /** The sum of two values of the same shape. */
  record Add() implements Layer {}

  /** Channels of all inputs one after the other. */
  record Concat() implements Layer {}

  /**
   * Bilinear enlargement between pixel edges (ONNX: half_pixel; libtorch: align_corners false).
   *
   * @param factor whole factor of rows and columns
   */
  record Resize(int factor) implements Layer {
    public Resize {
      requirePositive(factor, "factor");
    }
  }

  /** The mean of each channel. */
  record GlobalPool() implements Layer {}

  /**
   * Features (first input) averaged under each channel of a mask (second input): a vector of masks
   * x features, the mask's index changing slowest.
   */
  record MaskedPool() implements Layer {
    /** Added to the mask's sum, pixels: an absent region gives nearly zero, never a NaN. */
    public static final double EPSILON = 1.0;
  }

  /**
   * A matrix product plus offset on vectors.
   *
   * @param length of the output
   */
  record Dense(int length) implements Layer {
    public Dense {
      requirePositive(length, "length");
    }
  }

  /**
   * A fixed {@code scale * x + offset} per channel.
   *
   * @param scale one number per channel
   * @param offset one number per channel
   */
  record Affine(List<Double> scale, List<Double> offset) implements Layer {
    public Affine {
      scale = List.copyOf(scale);
      offset = List.copyOf(offset);
      if (scale.size() != offset.size()) {
        throw new IllegalArgumentException(
            "%d scales do not match %d offsets".formatted(scale.size(), offset.size()));
      }
    }
  }

  /** The value unchanged, through which no gradient passes in training. */
  record StopGradient() implements Layer {}

  /** Number of inputs; -1 for two or more. */
  default int arity() {
    return switch (this) {
      case Add ignored -> 2;
      case MaskedPool ignored -> 2;
      case Concat ignored -> -1;
      case Convolution ignored -> 1;
      case BatchNorm ignored -> 1;
      case Activation ignored -> 1;
      case Softmax ignored -> 1;
      case Resize ignored -> 1;
      case GlobalPool ignored -> 1;
      case Dense ignored -> 1;
      case Affine ignored -> 1;
      case StopGradient ignored -> 1;
    };
  }

  /**
   * The shape that this layer makes of its inputs' shapes.
   *
   * @throws IllegalArgumentException if the inputs do not fit
   */
  default Shape output(List<Shape> inputs) {
    if (arity() < 0 ? inputs.size() < 2 : inputs.size() != arity()) {
      throw new IllegalArgumentException("%s has %d inputs".formatted(this, inputs.size()));
    }
    Shape first = inputs.getFirst();
    return switch (this) {
      case Convolution c -> convolved(c, first.grid());
      case BatchNorm ignored -> first.grid();
      case Activation ignored -> first;
      case StopGradient ignored -> first;
      case Softmax ignored -> first.vector();
      case Add ignored -> same(inputs);
      case Concat ignored -> concatenated(inputs);
      case Resize r ->
          new Grid(
              first.channels(), first.grid().rows() * r.factor, first.grid().columns() * r.factor);
      case GlobalPool ignored -> new Vector(first.grid().channels());
      case MaskedPool ignored -> pooled(first.grid(), inputs.get(1).grid());
      case Dense d -> dense(d, first.vector());
      case Affine a -> affineOutput(a, first);
    };
  }

  private static Shape convolved(Convolution c, Grid in) {
    return new Grid(c.channels, (in.rows() - 1) / c.stride + 1, (in.columns() - 1) / c.stride + 1);
  }

  private static Shape same(List<Shape> inputs) {
    if (!inputs.get(0).equals(inputs.get(1))) {
      throw new IllegalArgumentException("Shapes differ: " + inputs);
    }
    return inputs.getFirst();
  }

  private static Shape concatenated(List<Shape> inputs) {
    int channels = inputs.stream().mapToInt(Shape::channels).sum();
    Shape first = inputs.getFirst();
    for (Shape shape : inputs) {
      boolean fits =
          (first instanceof Grid a && shape instanceof Grid b)
              ? a.rows() == b.rows() && a.columns() == b.columns()
              : first instanceof Vector && shape instanceof Vector;
      if (!fits) {
        throw new IllegalArgumentException("Shapes cannot be joined: " + inputs);
      }
    }
    return first instanceof Grid grid
        ? new Grid(channels, grid.rows(), grid.columns())
        : new Vector(channels);
  }

  private static Shape pooled(Grid features, Grid masks) {
    if (features.rows() != masks.rows() || features.columns() != masks.columns()) {
      throw new IllegalArgumentException(
          "Masks %s do not cover features %s".formatted(masks, features));
    }
    return new Vector(features.channels() * masks.channels());
  }

  private static Shape dense(Dense d, Vector ignored) {
    return new Vector(d.length);
  }

  private static Shape affineOutput(Affine a, Shape in) {
    if (a.scale.size() != in.channels()) {
      throw new IllegalArgumentException("%d scales do not fit %s".formatted(a.scale.size(), in));
    }
    return in;
  }

  private static void requirePositive(int value, String name) {
    if (value < 1) {
      throw new IllegalArgumentException("%s is %d, not positive".formatted(name, value));
    }
  }
}
