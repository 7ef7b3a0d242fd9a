package org.trabecula.learning.data;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.trabecula.densitometry.Site;
import org.trabecula.radiography.CanonicalView;
import org.trabecula.screening.ModelInput;

/** An example as bytes of fixed length. */
final class ExampleCodec {
  private static final int SITES = Site.values().length;

  /** Bytes of one example. */
  static final int BYTES =
      Short.BYTES * ModelInput.IMAGE_SIZE
          + Short.BYTES * Example.HALF_PIXELS
          + Short.BYTES * Example.HALF_PIXELS
          + Float.BYTES * (SITES + ModelInput.COVARIATE_COUNT)
          + Integer.BYTES;

  private static final float STEPS = (float) (Short.MAX_VALUE / CanonicalView.LIMIT);
  private static final int MAP_KNOWN = 1;
  private static final int REGIONS_KNOWN = 2;

  private ExampleCodec() {}

  static void write(Example example, ByteBuffer to) {
    ByteBuffer buffer = to.order(ByteOrder.LITTLE_ENDIAN);
    Example.Truth truth = example.truth();
    buffer.putInt((truth.mapKnown ? MAP_KNOWN : 0) | (truth.regionsKnown ? REGIONS_KNOWN : 0));
    for (float density : truth.densities) {
      buffer.putFloat(density);
    }
    for (float covariate : example.rawCovariates()) {
      buffer.putFloat(covariate);
    }
    short[] image = new short[ModelInput.IMAGE_SIZE];
    float[] samples = example.rawImage();
    for (int i = 0; i < image.length; i++) {
      image[i] = (short) Math.round(samples[i] * STEPS);
    }
    buffer.asShortBuffer().put(image).put(truth.map).put(truth.flags);
  }

  static Example read(ByteBuffer from) {
    ByteBuffer buffer = from.order(ByteOrder.LITTLE_ENDIAN);
    Example.Truth truth = new Example.Truth();
    int known = buffer.getInt();
    truth.mapKnown = (known & MAP_KNOWN) != 0;
    truth.regionsKnown = (known & REGIONS_KNOWN) != 0;
    for (int i = 0; i < SITES; i++) {
      truth.densities[i] = buffer.getFloat();
    }
    float[] covariates = new float[ModelInput.COVARIATE_COUNT];
    for (int i = 0; i < covariates.length; i++) {
      covariates[i] = buffer.getFloat();
    }
    short[] image = new short[ModelInput.IMAGE_SIZE];
    buffer.asShortBuffer().get(image).get(truth.map).get(truth.flags);
    float[] samples = new float[image.length];
    for (int i = 0; i < samples.length; i++) {
      samples[i] = image[i] / STEPS;
    }
    return new Example(samples, covariates, truth);
  }
}
