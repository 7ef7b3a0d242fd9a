package org.trabecula.simulation.look;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.random.RandomGenerator;
import org.trabecula.simulation.look.Rendering.RawLog;

/**
 * All that is done to one film after its exposure.
 *
 * @param family who processed it; empty for images for processing
 * @param bits of a stored value, in [8, 16]
 * @param monochrome1 whether the largest stored value is shown black (PS3.3 C.7.6.3.1.2)
 * @param shutter what is done to the unexposed border
 * @param marks what is burnt into the image
 * @param jpegQuality in [1, 100] if it is saved as an 8-bit JPEG without tags
 */
public record Look(
    Optional<VendorFamily> family,
    Rendering rendering,
    int bits,
    boolean monochrome1,
    Shutter shutter,
    Marks marks,
    OptionalInt jpegQuality) {

  /** What is done outside the collimated field. */
  public enum Shutter {
    NONE,
    BLACK,
    WHITE
  }

  /**
   * What is burnt in.
   *
   * @param lead a lead letter on the detector: attenuates
   * @param text characters drawn in a corner
   */
  public record Marks(boolean lead, boolean text) {}

  /**
   * How looks are drawn.
   *
   * @param families that may occur
   * @param raw share of images for processing
   * @param jpeg share saved as JPEG
   * @param monochrome1 share shown inverted
   */
  public record Mixture(List<VendorFamily> families, double raw, double jpeg, double monochrome1) {
    public Mixture {
      families = List.copyOf(families);
      if (families.isEmpty()) {
        throw new IllegalArgumentException("families is empty");
      }
    }

    /** The reference cohort's shares. */
    public static Mixture reference(List<VendorFamily> families) {
      return new Mixture(families, 0.25, 0.15, 0.20);
    }
  }

  public Look {
    if (bits < 8 || bits > 16) {
      throw new IllegalArgumentException("bits is %d, not within 8 to 16".formatted(bits));
    }
  }

  /** Whether networks must not be trained on it. */
  public boolean heldBack() {
    return family.isPresent() && family.orElseThrow().heldBack();
  }

  /** Name for tables: the family, or {@code RAW_LOG}. */
  public String name() {
    return family.map(Enum::name).orElse("RAW_LOG");
  }

  /** Draws a look. */
  public static Look draw(Mixture mixture, RandomGenerator random) {
    boolean raw = random.nextDouble() < mixture.raw();
    boolean jpeg = random.nextDouble() < mixture.jpeg();
    boolean inverted = random.nextDouble() < mixture.monochrome1();
    int bits = random.nextInt(10, 17);
    OptionalInt quality = jpeg ? OptionalInt.of(random.nextInt(70, 96)) : OptionalInt.empty();
    Marks marks = new Marks(random.nextDouble() < 0.6, random.nextDouble() < 0.15);
    double shutterDraw = random.nextDouble();
    if (raw) {
      double gain = 0.5 * Math.pow(4, random.nextDouble());
      RawLog rendering = new RawLog(gain, random.nextDouble(-0.12, 0.12));
      Marks leadOnly = new Marks(marks.lead(), false);
      return new Look(
          Optional.empty(),
          rendering,
          jpeg ? 8 : bits,
          !jpeg && inverted,
          Shutter.NONE,
          leadOnly,
          quality);
    }
    VendorFamily family = mixture.families().get(random.nextInt(mixture.families().size()));
    return new Look(
        Optional.of(family),
        family.draw(random),
        jpeg ? 8 : bits,
        !jpeg && inverted,
        shutter(shutterDraw),
        marks,
        quality);
  }

  private static Shutter shutter(double draw) {
    if (draw < 0.45) {
      return Shutter.NONE;
    }
    return draw < 0.85 ? Shutter.BLACK : Shutter.WHITE;
  }
}
