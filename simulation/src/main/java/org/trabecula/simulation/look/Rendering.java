package org.trabecula.simulation.look;

/** How detector values become stored values. */
public sealed interface Rendering {
  /** Natural logarithm of the exposure that spans the full scale at a gain of 1: four decades. */
  double LATITUDE = 4 * Math.log(10);

  /**
   * For processing: the logarithm of the exposure, with a gain and an offset that no header tells.
   *
   * @param gain of the full scale, in [0.5, 2]
   * @param offset share of the full scale by which the median exposure lies off its middle
   */
  record RawLog(double gain, double offset) implements Rendering {
    public RawLog {
      if (!(gain > 0) || !(Math.abs(offset) < 0.5)) {
        throw new IllegalArgumentException("gain is %s, offset %s".formatted(gain, offset));
      }
    }

    /** Stored value in [0, 1] of an attenuation relative to the field's median. */
    public float tone(float attenuation) {
      return (float) Math.clamp(0.5 + offset + gain * attenuation / LATITUDE, 0, 1);
    }
  }

  /**
   * For presentation: windowed on the collimated field, contrast equalised over scales, sharpened,
   * then through a tone curve.
   */
  record Presentation(Scales scales, Tone tone, Window window) implements Rendering {}

  /**
   * Processing of a picture by the size of its structures.
   *
   * @param multiscale strength of contrast equalisation, in [0, 1]: large structures are compressed
   * @param edge boost of the finest structures, in [0, 1]
   * @param noiseSuppression of the finest structures where they are weak, in [0, 1]
   */
  record Scales(double multiscale, double edge, double noiseSuppression) {
    public Scales {
      requireShare(multiscale, "multiscale");
      requireShare(edge, "edge");
      requireShare(noiseSuppression, "noiseSuppression");
    }

    private static void requireShare(double value, String name) {
      if (!(value >= 0 && value <= 1)) {
        throw new IllegalArgumentException("%s is %s, not a share".formatted(name, value));
      }
    }
  }

  /**
   * The percentiles of the field that become black and white.
   *
   * @param low in [0, 0.2]
   * @param high in [0.8, 1]
   * @param blackAir whether the beam beside the body is found and made black
   */
  record Window(double low, double high, boolean blackAir) {
    public Window {
      if (!(low >= 0 && low <= 0.2) || !(high >= 0.8 && high <= 1)) {
        throw new IllegalArgumentException("window is %s to %s".formatted(low, high));
      }
    }
  }
}
