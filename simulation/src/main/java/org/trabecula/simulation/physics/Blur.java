package org.trabecula.simulation.physics;

/** Separable blur at the working pitch, in place; the border is continued. */
final class Blur {
  private Blur() {}

  /**
   * Blur by {@code 1 / (1 + (f / f0)²)} along both axes, averaged over pixels: two one-sided
   * exponentials per axis.
   */
  static void lorentzian(Plane plane, float[] image, double f0PerMm) {
    double a = 2 * Math.PI * f0PerMm * plane.pitchMm();
    double decay = Math.exp(-a);
    // Of the exponential line spread, a pixel keeps 1 - (1-e^-a)/a and gives the rest to both
    // sides, falling by e^-a per pixel.
    float keep = (float) (1 - (1 - decay) / a);
    float give = (float) ((1 - keep) / 2 * (1 - decay));
    float[] line = new float[Math.max(plane.rows(), plane.columns())];
    for (int r = 0; r < plane.rows(); r++) {
      exponential(image, r * plane.columns(), plane.columns(), 1, line, keep, give, (float) decay);
    }
    columns(plane, image, keep, give, (float) decay);
  }

  private static void exponential(
      float[] image, int from, int n, int step, float[] line, float keep, float give, float decay) {
    float tail = image[from] / (1 - decay);
    for (int i = 0; i < n; i++) {
      float value = image[from + i * step];
      line[i] = keep * value + give * tail;
      tail = tail * decay + value;
    }
    tail = image[from + (n - 1) * step] / (1 - decay);
    for (int i = n - 1; i >= 0; i--) {
      float value = image[from + i * step];
      line[i] += give * tail;
      tail = tail * decay + value;
    }
    for (int i = 0; i < n; i++) {
      image[from + i * step] = line[i];
    }
  }

  /** All columns at once, row by row, so that memory is read in order. */
  private static void columns(Plane plane, float[] image, float keep, float give, float decay) {
    int width = plane.columns();
    int height = plane.rows();
    float[] original = image.clone();
    float[] tail = new float[width];
    for (int c = 0; c < width; c++) {
      tail[c] = original[c] / (1 - decay);
    }
    for (int r = 0; r < height; r++) {
      for (int c = 0; c < width; c++) {
        float value = original[r * width + c];
        image[r * width + c] = keep * value + give * tail[c];
        tail[c] = tail[c] * decay + value;
      }
    }
    int last = (height - 1) * width;
    for (int c = 0; c < width; c++) {
      tail[c] = original[last + c] / (1 - decay);
    }
    for (int r = height - 1; r >= 0; r--) {
      for (int c = 0; c < width; c++) {
        float value = original[r * width + c];
        image[r * width + c] += give * tail[c];
        tail[c] = tail[c] * decay + value;
      }
    }
  }

  /** Gaussian blur of the given standard deviation; nothing if it is below a tenth of a pixel. */
  static void gaussian(Plane plane, float[] image, double sigmaMm) {
    double sigma = sigmaMm / plane.pitchMm();
    if (sigma < 0.1) {
      return;
    }
    float[] kernel = gaussianKernel(sigma);
    float[] copy = image.clone();
    int radius = kernel.length / 2;
    int width = plane.columns();
    for (int r = 0; r < plane.rows(); r++) {
      for (int c = 0; c < width; c++) {
        float sum = 0;
        for (int k = -radius; k <= radius; k++) {
          sum += kernel[k + radius] * copy[r * width + Math.clamp(c + k, 0, width - 1)];
        }
        image[r * width + c] = sum;
      }
    }
    System.arraycopy(image, 0, copy, 0, copy.length);
    for (int r = 0; r < plane.rows(); r++) {
      java.util.Arrays.fill(image, r * width, (r + 1) * width, 0);
      for (int k = -radius; k <= radius; k++) {
        int from = Math.clamp(r + k, 0, plane.rows() - 1) * width;
        float weight = kernel[k + radius];
        for (int c = 0; c < width; c++) {
          image[r * width + c] += weight * copy[from + c];
        }
      }
    }
  }

  /** Weights with exactly the variance asked for, where three taps can carry it. */
  private static float[] gaussianKernel(double sigma) {
    if (sigma < 0.7) {
      float side = (float) (sigma * sigma / 2);
      return new float[] {side, 1 - 2 * side, side};
    }
    int radius = (int) Math.ceil(3 * sigma);
    float[] kernel = new float[2 * radius + 1];
    double sum = 0;
    for (int k = -radius; k <= radius; k++) {
      sum += Math.exp(-k * k / (2 * sigma * sigma));
    }
    for (int k = -radius; k <= radius; k++) {
      kernel[k + radius] = (float) (Math.exp(-k * k / (2 * sigma * sigma)) / sum);
    }
    return kernel;
  }
}
