package org.trabecula.learning.data;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.trabecula.radiography.CanonicalFrame;
import org.trabecula.radiography.CanonicalView;

/** Canonical views with a fault that makes them unfit, standardised as those of real films are. */
final class Spoiled {
  private static final int ROWS = CanonicalFrame.ROWS;
  private static final int COLUMNS = CanonicalFrame.COLUMNS;

  /** Least and most noise of a starved film at the field's median, in units of its contrast. */
  private static final double LEAST_NOISE = 0.25;

  private static final double MOST_NOISE = 1.2;

  /**
   * Where the grey scale folds, as a share of the contrast: half-way in the faults that are
   * planted, about there in training.
   */
  private static final double LEAST_FOLD = 0.35;

  private static final double MOST_FOLD = 0.65;

  private static final double DARKEST = 0.02;
  private static final double BRIGHTEST = 0.98;

  private Spoiled() {}

  /** The film with a fault; what is known of it is known no longer. */
  static Example of(Example example, ViewFaults.Kind fault, RandomGenerator random) {
    return switch (fault) {
      case LYING -> Turned.of(example, random.nextBoolean() ? 1 : 3);
      case UPSIDE_DOWN -> Turned.of(example, 2);
      case STARVED -> picture(example, starved(example.image(), random));
      case SOLARISED -> picture(example, solarised(example.image(), random));
    };
  }

  private static Example picture(Example example, float[] image) {
    standardise(image);
    return new Example(image, example.covariates(), new Example.Truth());
  }

  /**
   * Noise that is stronger behind bone, where fewer photons arrive; a third of the films are
   * smoothed, as the processing of many makers does.
   */
  private static float[] starved(float[] image, RandomGenerator random) {
    double noise = LEAST_NOISE * Math.pow(MOST_NOISE / LEAST_NOISE, random.nextDouble());
    double growth = random.nextDouble();
    int from = random.nextInt(NoiseTable.LENGTH);
    int step = 2 * random.nextInt(NoiseTable.LENGTH / 2) + 1;
    for (int i = 0; i < image.length; i++) {
      if (image[i] != 0) {
        double sd = noise * Math.exp(growth * Math.min(image[i], 1));
        image[i] = seen(image[i] + sd * NoiseTable.at(from));
      }
      from += step;
    }
    return random.nextInt(3) == 0 ? Augmentation.blurred(image) : image;
  }

  /** The bright or the dark part of the grey scale is turned over. */
  private static float[] solarised(float[] image, RandomGenerator random) {
    float[] shown = shown(image);
    if (shown.length == 0) {
      return image;
    }
    double low = shown[(int) (DARKEST * (shown.length - 1))];
    double span = Math.max(shown[(int) (BRIGHTEST * (shown.length - 1))] - low, 1e-6);
    double fold = LEAST_FOLD + (MOST_FOLD - LEAST_FOLD) * random.nextDouble();
    boolean bright = random.nextInt(3) > 0;
    for (int i = 0; i < image.length; i++) {
      if (image[i] != 0) {
        double x = Math.clamp((image[i] - low) / span, 0, 1);
        double distance = Math.abs(x - fold);
        image[i] = seen(bright ? -distance : distance);
      }
    }
    return image;
  }

  /** A sample of the field is never 0, which is what lies outside it. */
  private static float seen(double sample) {
    return sample == 0 ? Float.MIN_NORMAL : (float) sample;
  }

  private static float[] shown(float[] image) {
    float[] shown = new float[image.length];
    int n = 0;
    for (float sample : image) {
      if (sample != 0) {
        shown[n++] = sample;
      }
    }
    float[] sorted = Arrays.copyOf(shown, n);
    Arrays.sort(sorted);
    return sorted;
  }

  /** Standardises within the smallest box around what is shown. */
  private static void standardise(float[] image) {
    int top = ROWS;
    int left = COLUMNS;
    int bottom = 0;
    int right = 0;
    for (int i = 0; i < image.length; i++) {
      if (image[i] != 0) {
        top = Math.min(top, i / COLUMNS);
        bottom = Math.max(bottom, i / COLUMNS + 1);
        left = Math.min(left, i % COLUMNS);
        right = Math.max(right, i % COLUMNS + 1);
      }
    }
    if (top < bottom) {
      CanonicalView.standardise(image, top, left, bottom, right);
    }
  }
}
