package org.trabecula.learning.data;

import java.util.random.RandomGenerator;
import org.trabecula.radiography.CanonicalFrame;
import org.trabecula.radiography.CanonicalView;

/** One drawn variation of an example: geometry of image and truth together, grey scale, noise. */
public final class Augmentation {
  private static final int ROWS = CanonicalFrame.ROWS;
  private static final int COLUMNS = CanonicalFrame.COLUMNS;
  private static final double LIMIT = CanonicalView.LIMIT;
  private static final int TONE_STEPS = 1024;

  /** Shortest wave of a body's curve, mm: a double curve of the lumbar and lower thoracic spine. */
  private static final double LEAST_WAVE_MM = 240;

  /**
   * Simulated crests stand as high as men's do, women's about 16 mm lower ({@link CrestSlide}); a
   * film does not tell which it is, so the mean of both, mm.
   */
  private static final double LOWER_CRESTS_MM = 8;

  private final AugmentationSettings settings;
  private final RandomGenerator random;

  private Augmentation(AugmentationSettings settings, RandomGenerator random) {
    this.settings = settings;
    this.random = random;
  }

  /** A variation of an example; the same random numbers give the same variation. */
  public static Example vary(
      Example example, AugmentationSettings settings, RandomGenerator random) {
    if (settings.equals(AugmentationSettings.NONE)) {
      return example;
    }
    return new Augmentation(settings, random).vary(example);
  }

  private Example vary(Example from) {
    Warp warp = warp();
    Example moved =
        new Example(warp.image(from.rawImage()), from.rawCovariates(), warp.truth(from.truth()));
    moved = CrestSlide.of(moved, crestMm());
    boolean cut = random.nextDouble() < settings.crop();
    Example shown = cut ? Cut.of(moved, random) : moved;
    float[] image = shown.rawImage();
    Example.Truth truth = shown.truth();
    if (random.nextDouble() < settings.blur()) {
      image = blurred(image);
    }
    bend(image);
    addNoise(image);
    if (random.nextDouble() < settings.border()) {
      narrow(image, truth);
    }
    return new Example(image, covariates(from.covariates()), truth);
  }

  private Warp warp() {
    double angle = Math.toRadians(random.nextGaussian() * settings.rotationDegrees());
    double scale = Math.exp(random.nextGaussian() * settings.scale());
    double down = along() / CanonicalFrame.MM_PER_PIXEL;
    double right = random.nextGaussian() * settings.acrossMm() / CanonicalFrame.MM_PER_PIXEL;
    int side = random.nextDouble() < settings.mirror() ? -1 : 1;
    return new Warp(scale * Math.cos(angle), scale * Math.sin(angle), down, right, side, curve());
  }

  /**
   * A shift along the body, mm: that of a centred film, or by the toss of a coin any within reach.
   */
  private double along() {
    boolean anywhere = settings.anywhereMm() > 0 && random.nextBoolean();
    return anywhere
        ? (2 * random.nextDouble() - 1) * settings.anywhereMm()
        : random.nextGaussian() * settings.alongMm();
  }

  /** By how much the iliac crests slide down, mm. */
  private double crestMm() {
    return settings.crestMm() == 0
        ? 0
        : LOWER_CRESTS_MM + settings.crestMm() * random.nextGaussian();
  }

  /** One or two bows over the height of a trunk. */
  private Curve curve() {
    double amplitude = random.nextGaussian() * settings.bendMm() / CanonicalFrame.MM_PER_PIXEL;
    double wavelength = LEAST_WAVE_MM + random.nextDouble() * LEAST_WAVE_MM;
    double radians = 2 * Math.PI * CanonicalFrame.MM_PER_PIXEL / wavelength;
    return new Curve(amplitude, radians, 2 * Math.PI * random.nextDouble());
  }

  /** A monotone bend of the grey scale, alike or unlike for bright and dark. */
  private void bend(float[] image) {
    double bright = random.nextGaussian() * settings.tone();
    double dark = random.nextGaussian() * settings.tone();
    double gain = Math.exp(random.nextGaussian() * settings.tone() / 2);
    if (settings.tone() == 0) {
      return;
    }
    float[] table = new float[TONE_STEPS + 2];
    for (int i = 0; i < table.length; i++) {
      double x = gain * (i * 2 * LIMIT / TONE_STEPS - LIMIT);
      table[i] = (float) Math.clamp(bent(x, x > 0 ? bright : dark), -LIMIT, LIMIT);
    }
    float steps = (float) (TONE_STEPS / (2 * LIMIT));
    for (int i = 0; i < image.length; i++) {
      float x = image[i];
      if (x != 0) {
        float at = (float) (x + LIMIT) * steps;
        int below = (int) at;
        image[i] = table[below] + (at - below) * (table[below + 1] - table[below]);
      }
    }
  }

  private static double bent(double x, double bend) {
    double k = Math.abs(bend);
    if (k < 1e-6) {
      return x;
    }
    double a = Math.abs(x);
    double y = bend > 0 ? Math.sinh(k * a) / k : Math.log(k * a + Math.hypot(1, k * a)) / k;
    return Math.copySign(y, x);
  }

  private void addNoise(float[] image) {
    float sd = (float) (random.nextDouble() * settings.noise());
    if (sd == 0 || random.nextBoolean()) {
      return;
    }
    int from = random.nextInt(NoiseTable.LENGTH);
    int step = 2 * random.nextInt(500) + 1;
    for (int i = 0; i < image.length; i++) {
      if (image[i] != 0) {
        image[i] += sd * NoiseTable.at(from);
      }
      from += step;
    }
  }

  /** Lightly blurred within the field. */
  static float[] blurred(float[] image) {
    float[] result = image.clone();
    for (int r = 1; r < ROWS - 1; r++) {
      for (int i = r * COLUMNS + 1; i < (r + 1) * COLUMNS - 1; i++) {
        if (image[i] != 0) {
          float cross = image[i - 1] + image[i + 1] + image[i - COLUMNS] + image[i + COLUMNS];
          result[i] = 0.5f * image[i] + 0.125f * cross;
        }
      }
    }
    return result;
  }

  /** Takes a strip off one side, as tighter collimation would. */
  private void narrow(float[] image, Example.Truth truth) {
    int side = random.nextInt(4);
    boolean rows = side < 2;
    int length = rows ? Example.HALF_ROWS : Example.HALF_COLUMNS;
    int strip = random.nextInt(1, length / 7);
    int from = side % 2 == 0 ? 0 : length - strip;
    for (int r = 0; r < Example.HALF_ROWS; r++) {
      for (int c = 0; c < Example.HALF_COLUMNS; c++) {
        int at = rows ? r : c;
        if (at >= from && at < from + strip) {
          truth.flags[r * Example.HALF_COLUMNS + c] &= (short) ~Example.IN_FIELD;
          int i = 2 * r * COLUMNS + 2 * c;
          image[i] = 0;
          image[i + 1] = 0;
          image[i + COLUMNS] = 0;
          image[i + COLUMNS + 1] = 0;
        }
      }
    }
  }

  private float[] covariates(float[] covariates) {
    boolean all = random.nextDouble() < settings.forgetAll();
    for (int i = 0; i + 1 < covariates.length; i += 2) {
      // Pixel spacing, the last pair, is a fact of the image: it cannot be forgotten here.
      boolean forget = random.nextDouble() < settings.forget() || all;
      if (forget && i + 2 < covariates.length) {
        covariates[i] = 0;
        covariates[i + 1] = 0;
      }
    }
    return covariates;
  }
}
