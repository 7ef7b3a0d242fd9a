package org.trabecula.simulation.look;

import java.util.Arrays;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.trabecula.radiography.PixelIntensity;
import org.trabecula.radiography.PresentationIntent;
import org.trabecula.radiography.StoredImage;
import org.trabecula.simulation.look.Look.Shutter;
import org.trabecula.simulation.look.Rendering.Presentation;
import org.trabecula.simulation.look.Rendering.RawLog;
import org.trabecula.simulation.look.Rendering.Scales;
import org.trabecula.simulation.physics.DetectorImage;
import org.trabecula.simulation.physics.Plane;

/** Develops a detector image under a look. */
public final class Darkroom {
  private static final int LEVELS = 7;
  private static final int CURVE = 1024;

  /** Share of the open beam above which a pixel is taken for air. */
  private static final float AIR_SHARE = 0.6f;

  private Darkroom() {}

  /** Returns the stored image. */
  public static StoredImage develop(DetectorImage image, Look look, RandomGenerator random) {
    Plane plane = image.plane();
    float[] attenuation = image.exposures();
    for (int i = 0; i < attenuation.length; i++) {
      attenuation[i] = -(float) Math.log(attenuation[i]);
    }
    float[] depth = image.fieldDepthMm();
    if (look.marks().lead()) {
      Marking.lead(plane, attenuation, depth, random);
    }
    float[] picture =
        switch (look.rendering()) {
          case RawLog raw -> raw(attenuation, depth, raw);
          case Presentation presentation -> present(image, attenuation, presentation);
        };
    if (look.shutter() != Shutter.NONE) {
      shut(plane, picture, depth, look.shutter(), random);
    }
    if (look.marks().text()) {
      Marking.text(plane, picture, random);
    }
    return quantised(plane, picture, look);
  }

  /** Quantises a picture in [0, 1], 1 being most attenuating. */
  private static StoredImage quantised(Plane plane, float[] picture, Look look) {
    int top = (1 << look.bits()) - 1;
    short[] values = new short[picture.length];
    for (int i = 0; i < values.length; i++) {
      int value = Math.round(Math.clamp(picture[i], 0f, 1f) * top);
      values[i] = (short) (look.monochrome1() ? top - value : value);
    }
    boolean raw = look.rendering() instanceof RawLog;
    return StoredImage.copyOf(
        plane.rows(),
        plane.columns(),
        values,
        new StoredImage.Encoding(
            look.bits(),
            look.monochrome1(),
            raw ? PixelIntensity.LOG : PixelIntensity.DISP,
            raw ? PresentationIntent.FOR_PROCESSING : PresentationIntent.FOR_PRESENTATION,
            Optional.empty()));
  }

  private static float[] raw(float[] attenuation, float[] depth, RawLog raw) {
    float[] sorted = sortedWithin(attenuation, depth);
    float middle = sorted[sorted.length / 2];
    for (int i = 0; i < attenuation.length; i++) {
      attenuation[i] = raw.tone(attenuation[i] - middle);
    }
    return attenuation;
  }

  /** A sorted sample of the values inside the field. */
  private static float[] sortedWithin(float[] values, float[] depth) {
    int step = Math.max(1, values.length / 12_000);
    float[] inside = new float[values.length / step + 1];
    int n = 0;
    for (int i = step / 2; i < values.length; i += step) {
      if (depth[i] > 2) {
        inside[n++] = values[i];
      }
    }
    if (n < 16) {
      inside = values.clone();
      n = inside.length;
    }
    float[] sorted = Arrays.copyOf(inside, n);
    Arrays.sort(sorted);
    return sorted;
  }

  /** Drops what met no body, unless hardly anything is left. */
  private static float[] above(float[] sorted, float limit) {
    int first = 0;
    while (first < sorted.length * 19 / 20 && sorted[first] < limit) {
      first++;
    }
    return Arrays.copyOfRange(sorted, first, sorted.length);
  }

  private static float percentile(float[] sorted, double share) {
    return sorted[(int) Math.clamp(share * (sorted.length - 1), 0, sorted.length - 1.0)];
  }

  private static float[] present(
      DetectorImage image, float[] attenuation, Presentation presentation) {
    float[] depth = image.fieldDepthMm();
    float air = -(float) Math.log(AIR_SHARE * image.openBeam());
    float[] sorted = above(sortedWithin(attenuation, depth), air);
    float low = percentile(sorted, 0.005);
    float span = Math.max(percentile(sorted, 0.995) - low, 0.2f);
    float[] norm = new float[attenuation.length];
    for (int i = 0; i < norm.length; i++) {
      // Borders and saturated air are kept from ringing into the field.
      norm[i] = Math.clamp((attenuation[i] - low) / span, -0.5f, 1.6f);
    }
    float[] processed = byScale(image.plane(), norm, presentation.scales());
    float[] window = windowSample(processed, attenuation, depth, air);
    float black = percentile(window, presentation.window().low());
    float white = Math.max(percentile(window, presentation.window().high()), black + 1e-3f);
    if (presentation.window().blackAir()) {
      blacken(attenuation, processed, air, black);
    }
    return toned(processed, curve(presentation.tone(), window, black, white), black, white);
  }

  /** A sorted sample of processed values within the field where there is a body. */
  private static float[] windowSample(
      float[] processed, float[] attenuation, float[] depth, float air) {
    float[] body = new float[processed.length];
    for (int i = 0; i < body.length; i++) {
      body[i] = attenuation[i] < air ? -1 : depth[i];
    }
    return sortedWithin(processed, body);
  }

  /** Keeps the beam beside the body black, whatever the equalisation made of it. */
  private static void blacken(float[] attenuation, float[] processed, float air, float black) {
    for (int i = 0; i < processed.length; i++) {
      // Full at the open beam itself, fading over the next 0.35 of attenuation.
      float share = Math.clamp((air + 0.35f - attenuation[i]) / 0.35f, 0f, 1f);
      processed[i] += share * Math.min(0, black - processed[i]);
    }
  }

  private static float[] toned(float[] processed, float[] curve, float black, float white) {
    float scale = (CURVE - 1) / (white - black);
    for (int i = 0; i < processed.length; i++) {
      float x = Math.clamp((processed[i] - black) * scale, 0f, CURVE - 1f);
      int at = Math.min((int) x, CURVE - 2);
      processed[i] = curve[at] + (x - at) * (curve[at + 1] - curve[at]);
    }
    return processed;
  }

  /** The tone curve as a table; blended with the field's own distribution where asked. */
  static float[] curve(Tone tone, float[] sorted, float black, float white) {
    float[] curve = new float[CURVE];
    int below = 0;
    double brightness = tone.exponentFor((sorted[sorted.length / 2] - black) / (white - black));
    for (int k = 0; k < CURVE; k++) {
      double x = Math.pow(k / (CURVE - 1.0), brightness);
      float value = black + k / (CURVE - 1f) * (white - black);
      while (below < sorted.length && sorted[below] <= value) {
        below++;
      }
      double equalised = below / (double) sorted.length;
      curve[k] = (float) ((1 - tone.equalisation()) * tone.at(x) + tone.equalisation() * equalised);
    }
    return curve;
  }

  private static float[] byScale(Plane plane, float[] picture, Scales scales) {
    int levels = LEVELS;
    while (levels > 2 && Math.min(plane.rows(), plane.columns()) >> (levels - 1) < 3) {
      levels--;
    }
    Pyramid pyramid = Pyramid.of(plane.rows(), plane.columns(), picture, levels);
    for (int level = 0; level < levels - 1; level++) {
      double sizeMm = plane.pitchMm() * (1 << level);
      // Edges are what is finer than about 2 mm on the detector.
      double edge = 1 + 0.75 * scales.edge() * Math.clamp(1.5 - sizeMm / 2, 0, 1);
      // A smaller exponent gave some 30 times the power of real films near 0.2 cycles/mm.
      double power = 1 - 0.3 * scales.multiscale();
      double coarse = 1 - 0.35 * scales.multiscale() * Math.clamp(sizeMm / 16, 0, 1);
      double quiet = sizeMm < 1.6 ? 0.012 * scales.noiseSuppression() : 0;
      equalise(pyramid.band(level), edge * coarse, power, quiet);
    }
    float[] rest = pyramid.band(levels - 1);
    float mean = 0;
    for (float value : rest) {
      mean += value / rest.length;
    }
    float keep = (float) (1 - 0.75 * scales.multiscale());
    for (int i = 0; i < rest.length; i++) {
      rest[i] = mean + keep * (rest[i] - mean);
    }
    return pyramid.sum();
  }

  /** Amplifies weak detail more than strong detail, and drops the weakest. */
  private static void equalise(float[] band, double gain, double power, double quiet) {
    float strongest = 0.25f;
    // The slope at zero of |c|^power is unbounded; detail below the floor is scaled evenly.
    float floor = 0.02f;
    float below = (float) (gain * Math.pow(floor / strongest, power - 1));
    float threshold = (float) quiet;
    boolean linear = power > 0.999;
    for (int i = 0; i < band.length; i++) {
      float value = band[i];
      float size = Math.abs(value);
      float factor;
      if (linear) {
        factor = (float) gain;
      } else if (size <= floor) {
        factor = below;
      } else {
        factor = (float) (gain * Math.pow(size / strongest, power - 1));
      }
      float kept = threshold > 0 ? size / (size + threshold) : 1;
      band[i] = value * factor * kept;
    }
  }

  private static void shut(
      Plane plane, float[] picture, float[] depth, Shutter shutter, RandomGenerator random) {
    float fill = shutter == Shutter.BLACK ? 0 : 1;
    double offset = random.nextDouble(-3, 4);
    double ragged = random.nextDouble() < 0.12 ? random.nextDouble(0.3, 2) : 0;
    double phase = random.nextDouble(2 * Math.PI);
    double waves = random.nextDouble(0.02, 0.2);
    for (int r = 0; r < plane.rows(); r++) {
      for (int c = 0; c < plane.columns(); c++) {
        int i = r * plane.columns() + c;
        double edge =
            ragged == 0
                ? offset
                : offset + ragged * Math.sin(phase + waves * plane.pitchMm() * (r + 1.3 * c));
        if (depth[i] < edge) {
          picture[i] = fill;
        }
      }
    }
  }
}
