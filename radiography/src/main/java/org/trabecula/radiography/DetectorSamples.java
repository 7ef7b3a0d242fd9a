package org.trabecula.radiography;

import java.util.Optional;
import org.trabecula.dicom.DataSet;
import org.trabecula.dicom.Frame;
import org.trabecula.dicom.Tag;

/**
 * From stored values to detector-like samples in which larger means more attenuation. The one place
 * where this is done:
 *
 * <ol>
 *   <li>the modality LUT (PS3.3 C.11.1);
 *   <li>for data FOR PROCESSING that are linear in the beam (0028,1040), {@code -ln(x / max)};
 *   <li>polarity. FOR PROCESSING data state how values follow the beam (0028,1041); everything else
 *       is made to be looked at, with bone bright, so that MONOCHROME1 is negated;
 *   <li>padding (0028,0120; 0028,0121) becomes as bright as the brightest sample, like a part of
 *       the plate that the beam did not reach.
 * </ol>
 *
 * <p>VOI LUT and window are left out: they say what a reader should see first, differ from one
 * reader to the next, and clip.
 */
final class DetectorSamples {
  /** Pixel Padding Range Limit. */
  private static final int PIXEL_PADDING_RANGE_LIMIT = 0x00280121;

  /** An image that is mostly padding states its padding value wrongly. */
  private static final double MOST_PADDING = 0.7;

  private final DataSet data;
  private final Frame frame;
  private final ModalityLut modality;

  private DetectorSamples(DataSet data, Frame frame) {
    this.data = data;
    this.frame = frame;
    this.modality = ModalityLut.of(data);
  }

  static float[] of(DataSet data, Frame frame) {
    return new DetectorSamples(data, frame).samples();
  }

  private float[] samples() {
    int[] stored = frame.samples();
    float[] result = new float[stored.length];
    boolean linear = isForProcessing() && relationship().equals("LIN");
    boolean negative = linear ? !risesWithBeam() : isInverted();
    double full = full();
    for (int i = 0; i < result.length; i++) {
      double x = modality.apply(stored[i]);
      if (linear) {
        // Half a unit stands for no beam at all; the scale of x only shifts the logarithm.
        x = -Math.log(Math.max(negative ? full - x : x, 0.5) / full);
      } else if (negative) {
        x = -x;
      }
      result[i] = (float) x;
    }
    padding(stored).ifPresent(padding -> fill(result, stored, padding));
    return result;
  }

  private boolean isForProcessing() {
    return intent(data) == PresentationIntent.FOR_PROCESSING;
  }

  /** Presentation Intent Type (0008,0068). */
  static PresentationIntent intent(DataSet data) {
    return switch (data.string(Tag.PresentationIntentType).orElse("").strip()) {
      case "FOR PROCESSING" -> PresentationIntent.FOR_PROCESSING;
      case "FOR PRESENTATION" -> PresentationIntent.FOR_PRESENTATION;
      default -> PresentationIntent.UNKNOWN;
    };
  }

  private String relationship() {
    return data.string(Tag.PixelIntensityRelationship).orElse("").strip();
  }

  /** Whether values that left the modality LUT rise with the beam's intensity. */
  private boolean risesWithBeam() {
    int sign = data.integer(Tag.PixelIntensityRelationshipSign).orElse(0);
    // Without a sign: linear data are counts, which rise.
    boolean storedRises = sign == 0 || sign > 0;
    return storedRises != modality.falling();
  }

  private boolean isInverted() {
    boolean signStated = data.contains(Tag.PixelIntensityRelationshipSign);
    return (isForProcessing() && signStated) ? risesWithBeam() : isMonochrome1(data);
  }

  static boolean isMonochrome1(DataSet data) {
    return data.string(Tag.PhotometricInterpretation).orElse("").strip().equals("MONOCHROME1");
  }

  private double full() {
    int low = frame.signed() ? -(1 << (frame.bitsStored() - 1)) : 0;
    int high = low + (int) ((1L << frame.bitsStored()) - 1);
    return Math.max(1, Math.max(modality.apply(low), modality.apply(high)));
  }

  /** Stored values from low to high that stand for no image. */
  private record Padding(int low, int high) {
    boolean contains(int stored) {
      return stored >= low && stored <= high;
    }
  }

  private Optional<Padding> padding(int[] stored) {
    var value = data.integer(Tag.PixelPaddingValue);
    if (value.isEmpty()) {
      return Optional.empty();
    }
    int first = value.getAsInt();
    int second = data.integer(PIXEL_PADDING_RANGE_LIMIT).orElse(first);
    var padding = new Padding(Math.min(first, second), Math.max(first, second));
    long padded = java.util.Arrays.stream(stored).filter(padding::contains).count();
    return padded > 0 && padded <= MOST_PADDING * stored.length
        ? Optional.of(padding)
        : Optional.empty();
  }

  private static void fill(float[] samples, int[] stored, Padding padding) {
    float brightest = Float.NEGATIVE_INFINITY;
    for (int i = 0; i < samples.length; i++) {
      if (!padding.contains(stored[i])) {
        brightest = Math.max(brightest, samples[i]);
      }
    }
    for (int i = 0; i < samples.length; i++) {
      if (padding.contains(stored[i])) {
        samples[i] = brightest;
      }
    }
  }
}
