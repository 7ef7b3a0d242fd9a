package org.trabecula.app.real;

import java.util.Arrays;
import java.util.stream.DoubleStream;

/** What a crop looks like in numbers, in four groups that can be asked for apart. */
enum CropFeatures {
  /** Share of pixels per bin of the canonical grey scale. */
  HISTOGRAM {
    @Override
    double[] of(MatchedCrop.Pixels pixels) {
      double[] shares = new double[BINS];
      for (float value : pixels.copy()) {
        int bin = (int) Math.clamp((value + GREY) / (2 * GREY) * BINS, 0, BINS - 1.0);
        shares[bin] += 1.0 / (MatchedCrop.SIZE * MatchedCrop.SIZE);
      }
      return shares;
    }
  },

  /** Logarithms of quantiles of the gradient's magnitude, per pixel and over 4 pixels. */
  GRADIENTS {
    @Override
    double[] of(MatchedCrop.Pixels pixels) {
      return DoubleStream.of(1, 4)
          .flatMap(step -> DoubleStream.of(quantiles(gradients(pixels, (int) step))))
          .toArray();
    }
  },

  /** Logarithm of the power averaged over rings of spatial frequency. */
  SPECTRUM {
    @Override
    double[] of(MatchedCrop.Pixels pixels) {
      return PowerSpectrum.logarithmsOf(pixels);
    }
  },

  /** Logarithms of quantiles of the standard deviation within 8 x 8 pixels, and its evenness. */
  TEXTURE {
    @Override
    double[] of(MatchedCrop.Pixels pixels) {
      int side = 8;
      int across = MatchedCrop.SIZE / side;
      double[] spreads = new double[across * across];
      for (int k = 0; k < spreads.length; k++) {
        spreads[k] = spread(pixels, k / across * side, k % across * side, side);
      }
      return quantiles(spreads);
    }
  };

  /** Bins of the histogram, over ±{@value #GREY}. */
  static final int BINS = 24;

  static final double GREY = 1.5;

  private static final double[] SHARES = {0.1, 0.25, 0.5, 0.75, 0.9, 0.97, 0.995};

  abstract double[] of(MatchedCrop.Pixels pixels);

  static double[] gradients(MatchedCrop.Pixels pixels, int step) {
    int side = MatchedCrop.SIZE - step;
    double[] sizes = new double[side * side];
    for (int i = 0; i < sizes.length; i++) {
      float here = pixels.at(i / side, i % side);
      sizes[i] =
          Math.hypot(
              pixels.at(i / side + step, i % side) - here,
              pixels.at(i / side, i % side + step) - here);
    }
    return sizes;
  }

  private static double[] quantiles(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return DoubleStream.of(SHARES)
        .map(share -> Math.log(1e-3 + sorted[(int) (share * (sorted.length - 1))]))
        .toArray();
  }

  private static double spread(MatchedCrop.Pixels pixels, int top, int left, int side) {
    double sum = 0;
    double squares = 0;
    for (int i = 0; i < side * side; i++) {
      double value = pixels.at(top + i / side, left + i % side);
      sum += value;
      squares += value * value;
    }
    double mean = sum / (side * side);
    return Math.sqrt(Math.max(0, squares / (side * side) - mean * mean));
  }
}
