package org.trabecula.app.real;

import java.util.Arrays;

/**
 * The power of a lumbar crop by spatial frequency, averaged over direction, after a Hann window.
 */
final class PowerSpectrum {
  static final int RINGS = 16;

  private static final int SIZE = MatchedCrop.SIZE;

  /** From two periods over the crop's side to just under the highest frequency of its grid. */
  private static final double LOWEST = 2 / (SIZE * MatchedCrop.LUMBAR_MM);

  private static final double HIGHEST = 0.5 / MatchedCrop.LUMBAR_MM;

  private PowerSpectrum() {}

  /** The middle of each ring, cycles per mm. */
  static double[] frequencies() {
    double[] result = new double[RINGS];
    Arrays.setAll(result, k -> LOWEST * Math.pow(HIGHEST / LOWEST, (k + 0.5) / RINGS));
    return result;
  }

  /** Natural logarithm of the mean power in each of {@value #RINGS} rings. */
  static double[] logarithmsOf(MatchedCrop.Pixels pixels) {
    double[] real = windowed(pixels);
    double[] imaginary = new double[real.length];
    for (int line = 0; line < SIZE; line++) {
      transform(real, imaginary, line * SIZE, 1);
    }
    for (int line = 0; line < SIZE; line++) {
      transform(real, imaginary, line, SIZE);
    }
    double[] sums = new double[RINGS];
    int[] counts = new int[RINGS];
    for (int i = 0; i < real.length; i++) {
      int ring = ring(Math.hypot(frequency(i / SIZE), frequency(i % SIZE)));
      if (ring >= 0) {
        sums[ring] += (real[i] * real[i] + imaginary[i] * imaginary[i]) / real.length;
        counts[ring]++;
      }
    }
    double[] result = new double[RINGS];
    Arrays.setAll(result, k -> Math.log(1e-9 + sums[k] / Math.max(1, counts[k])));
    return result;
  }

  /** The ring of a frequency; -1 outside all. */
  static int ring(double perMm) {
    if (perMm < LOWEST || perMm >= HIGHEST) {
      return -1;
    }
    return (int) (RINGS * Math.log(perMm / LOWEST) / Math.log(HIGHEST / LOWEST));
  }

  private static double frequency(int index) {
    return Math.min(index, SIZE - index) / (SIZE * MatchedCrop.LUMBAR_MM);
  }

  private static double[] windowed(MatchedCrop.Pixels pixels) {
    double[] result = new double[SIZE * SIZE];
    double mean = 0;
    for (float value : pixels.copy()) {
      mean += value / result.length;
    }
    for (int i = 0; i < result.length; i++) {
      double weight = hann(i / SIZE) * hann(i % SIZE);
      result[i] = weight * (pixels.at(i / SIZE, i % SIZE) - mean);
    }
    return result;
  }

  private static double hann(int index) {
    return Math.pow(Math.sin(Math.PI * (index + 0.5) / SIZE), 2);
  }

  /** Fourier transform of {@value MatchedCrop#SIZE} numbers in place (Cooley and Tukey, 1965). */
  private static void transform(double[] real, double[] imaginary, int from, int stride) {
    for (int i = 0; i < SIZE; i++) {
      int j = Integer.reverse(i) >>> (Integer.numberOfLeadingZeros(SIZE) + 1);
      if (j > i) {
        swap(real, from + i * stride, from + j * stride);
        swap(imaginary, from + i * stride, from + j * stride);
      }
    }
    for (int half = 1; half < SIZE; half *= 2) {
      for (int k = 0; k < SIZE / 2; k++) {
        int low = from + (k / half * 2 * half + k % half) * stride;
        int high = low + half * stride;
        double angle = -Math.PI * (k % half) / half;
        double re = real[high] * Math.cos(angle) - imaginary[high] * Math.sin(angle);
        double im = real[high] * Math.sin(angle) + imaginary[high] * Math.cos(angle);
        real[high] = real[low] - re;
        imaginary[high] = imaginary[low] - im;
        real[low] += re;
        imaginary[low] += im;
      }
    }
  }

  private static void swap(double[] values, int a, int b) {
    double kept = values[a];
    values[a] = values[b];
    values[b] = kept;
  }
}
