package org.trabecula.dicom.deidentify;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.trabecula.dicom.DataSet;
import org.trabecula.dicom.Decoding;
import org.trabecula.dicom.DicomObject;
import org.trabecula.dicom.Element;
import org.trabecula.dicom.Frame;
import org.trabecula.dicom.PixelData;
import org.trabecula.dicom.Tag;
import org.trabecula.dicom.TransferSyntax;

/** Looks for text in the pixels of an object and masks it. */
final class PixelCleaner {
  /** What came of it. */
  sealed interface Outcome {
    /** There are no pixels. */
    record NoPixels() implements Outcome {}

    /** The pixels stay as they are, bit for bit; comments of the codec are blank. */
    record Same(DicomObject object) implements Outcome {}

    /** The pixels were changed and are stored uncompressed; so many boxes were masked. */
    record Masked(DicomObject object, int boxes) implements Outcome {}

    /** They cannot be looked at. */
    record NotSeen(String sentence) implements Outcome {}
  }

  private static final int FLOAT_PIXELS = Tag.FloatPixelData;

  private PixelCleaner() {}

  static Outcome clean(DicomObject object, BorderMask mask) {
    DataSet data = object.data();
    if (!data.contains(Tag.PixelData)) {
      boolean other = data.contains(FLOAT_PIXELS) || data.contains(Tag.DoubleFloatPixelData);
      return other
          ? new Outcome.NotSeen("Pixels of floating point are not decoded.")
          : new Outcome.NoPixels();
    }
    int frames = Math.max(1, data.integer(Tag.NumberOfFrames).orElse(1));
    Set<Box> boxes = new LinkedHashSet<>();
    for (int index = 0; index < frames; index++) {
      switch (PixelData.decode(object, index)) {
        case Decoding.Failed failed -> {
          return new Outcome.NotSeen(failed.failure().sentence());
        }
        case Decoding.Decoded(Frame frame) -> boxes.addAll(TextFinder.find(frame));
      }
      if (index == 0) {
        int rows = data.integer(Tag.Rows).orElse(0);
        int columns = data.integer(Tag.Columns).orElse(0);
        Optional<List<Box>> strips = mask.boxes(data, rows, columns);
        if (strips.isEmpty()) {
          return new Outcome.NotSeen("The mask is in mm, and the header has no pixel spacing.");
        }
        boxes.addAll(strips.get());
      }
    }
    return boxes.isEmpty() && !UnusedBits.hold(object)
        ? new Outcome.Same(CodecComments.blanked(object))
        : masked(object, frames, List.copyOf(boxes));
  }

  /** Text stands still: what is masked in one frame is masked in all. */
  private static Outcome masked(DicomObject object, int frames, List<Box> boxes) {
    List<int[]> cleaned = new ArrayList<>();
    Optional<Frame> last = Optional.empty();
    for (int index = 0; index < frames; index++) {
      switch (PixelData.decode(object, index)) {
        case Decoding.Failed failed -> {
          return new Outcome.NotSeen(failed.failure().sentence());
        }
        case Decoding.Decoded(Frame frame) -> {
          int[] values = frame.samples();
          new Masking(frame.rows(), frame.columns(), frame.samplesPerPixel(), boxes).apply(values);
          cleaned.add(values);
          last = Optional.of(frame);
        }
      }
    }
    long bytes = (long) cleaned.get(0).length * frames * PlainPixels.width(last.orElseThrow());
    if (bytes > Integer.MAX_VALUE - 8) {
      return new Outcome.NotSeen("Without compression the pixels would fill more than 2 GB.");
    }
    DataSet data = PlainPixels.put(object.data(), last.orElseThrow(), cleaned);
    return new Outcome.Masked(
        new DicomObject(object.meta(), data, TransferSyntax.EXPLICIT_LITTLE_ENDIAN), boxes.size());
  }

  /** Whether pixels are in fragments. */
  static boolean encapsulated(DataSet data) {
    return data.element(Tag.PixelData).filter(Element.Encapsulated.class::isInstance).isPresent();
  }
}
