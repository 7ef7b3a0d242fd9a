package org.trabecula.radiography;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.trabecula.dicom.DataSet;
import org.trabecula.dicom.Decoding;
import org.trabecula.dicom.DicomObject;
import org.trabecula.dicom.Frame;
import org.trabecula.dicom.PixelData;
import org.trabecula.dicom.Tag;

/** A radiograph as people look at it: 8 bits, bone bright. Never goes into the model. */
public final class DisplayImage {
  private static final double TAIL = 0.005;

  private final GrayImage pixels;

  private DisplayImage(GrayImage pixels) {
    this.pixels = pixels;
  }

  /** The pixels, 0 black to 255 white. */
  public GrayImage pixels() {
    return pixels;
  }

  /** Shows a radiograph from the first to the last half percent of its collimated field. */
  public static DisplayImage of(Radiograph radiograph) {
    float[] sorted = within(radiograph, Field.of(radiograph));
    Arrays.sort(sorted);
    double low = sorted[(int) (TAIL * (sorted.length - 1))];
    double high = sorted[(int) Math.ceil((1 - TAIL) * (sorted.length - 1))];
    float[] samples = radiograph.rawSamples();
    byte[] pixels = new byte[samples.length];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = gray(high > low ? (samples[i] - low) / (high - low) : 0);
    }
    return new DisplayImage(GrayImage.of8(radiograph.rows(), radiograph.columns(), pixels));
  }

  private static float[] within(Radiograph radiograph, Field field) {
    float[] result = new float[field.rows() * field.columns()];
    for (int r = 0; r < field.rows(); r++) {
      int from = (field.top() + r) * radiograph.columns() + field.left();
      System.arraycopy(radiograph.rawSamples(), from, result, r * field.columns(), field.columns());
    }
    return result;
  }

  /**
   * Shows a monochrome DICOM image as its header asks (PS3.3 C.11, PS3.4 N.2): modality LUT, the
   * first VOI LUT or window, or else the whole range, and polarity.
   *
   * @return empty where the pixels cannot be decoded or are in colour
   */
  public static Optional<DisplayImage> of(DicomObject object) {
    if (!object.data().contains(Tag.PixelData)) {
      return Optional.empty();
    }
    return PixelData.decode(object) instanceof Decoding.Decoded(Frame frame)
            && frame.samplesPerPixel() == 1
            && frame.photometricInterpretation().startsWith("MONOCHROME")
        ? Optional.of(of(object.data(), frame))
        : Optional.empty();
  }

  private static DisplayImage of(DataSet data, Frame frame) {
    int[] stored = frame.samples();
    ModalityLut modality = ModalityLut.of(data);
    double[] values = new double[stored.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = modality.apply(stored[i]);
    }
    List<VoiLut> choices = VoiLut.all(data);
    VoiLut voi = choices.isEmpty() ? wholeRange(values) : choices.getFirst();
    // Presentation LUT Shape has to say the same as the photometric interpretation (PS3.3
    // C.8.11.3); where it does not, viewers go by the latter.
    boolean inverted = DetectorSamples.isMonochrome1(data);
    byte[] pixels = new byte[stored.length];
    for (int i = 0; i < pixels.length; i++) {
      double shown = voi.apply(values[i]);
      pixels[i] = gray(inverted ? 1 - shown : shown);
    }
    return new DisplayImage(GrayImage.of8(frame.rows(), frame.columns(), pixels));
  }

  private static VoiLut wholeRange(double[] values) {
    double low = Arrays.stream(values).min().orElse(0);
    double high = Arrays.stream(values).max().orElse(1);
    return VoiLut.Window.between(low, high);
  }

  private static byte gray(double share) {
    return (byte) Math.round(255 * Math.clamp(share, 0.0, 1.0));
  }
}
