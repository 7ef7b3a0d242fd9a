package org.trabecula.radiography;

import java.util.Optional;
import org.trabecula.dicom.DataSet;
import org.trabecula.dicom.Decoding;
import org.trabecula.dicom.DicomFailure;
import org.trabecula.dicom.DicomObject;
import org.trabecula.dicom.Frame;
import org.trabecula.dicom.PixelData;
import org.trabecula.dicom.Tag;
import org.trabecula.radiography.Refusal.Reason;

/** DICOM objects as radiographs. */
final class DicomFiles {
  private DicomFiles() {}

  static Reading read(DicomObject object, ReadOptions options) {
    DataSet data = object.data();
    // A stated view overrides what the header says of body part and projection.
    Optional<Reading> refusal =
        HeaderGate.refusal(data)
            .or(() ->
                options.view().isPresent() ? Optional.empty() : HeaderAnatomy.of(data).refusal())
            .or(() -> tooSmall(data, options));
    if (refusal.isPresent()) {
      return refusal.get();
    }
    return switch (PixelData.decode(object)) {
      case Decoding.Decoded(Frame frame) -> radiograph(data, frame, options);
      case Decoding.Failed(DicomFailure failure) -> refused(failure);
    };
  }

  private static Optional<Reading> tooSmall(DataSet data, ReadOptions options) {
    int rows = data.integer(Tag.Rows).orElse(0);
    int columns = data.integer(Tag.Columns).orElse(0);
    if (rows < 1 || columns < 1) {
      return Optional.of(Refusals.unreadable("The header does not state the size of the image."));
    }
    if (rows < Refusals.FEWEST_PIXELS || columns < Refusals.FEWEST_PIXELS) {
      return Optional.of(Refusals.tooFewPixels(rows, columns));
    }
    return options
        .spacing()
        .or(() -> HeaderSpacing.of(data))
        .flatMap(spacing -> Refusals.tooSmall(rows, columns, spacing));
  }

  private static Reading radiograph(DataSet data, Frame frame, ReadOptions options) {
    float[] samples = DetectorSamples.of(data, frame);
    HeaderAnatomy anatomy = HeaderAnatomy.of(data);
    var description =
        new Radiograph.Description(
            options.spacing().or(() -> HeaderSpacing.of(data)),
            options.view().or(anatomy::view),
            anatomy.laterality(),
            DetectorSamples.intent(data),
            HeaderAcquisition.of(data),
            HeaderSubject.of(data).overriddenBy(options.subject()));
    var radiograph = Radiograph.owning(frame.rows(), frame.columns(), samples, description);
    return Refusals.emptyOr(isPolarityInDoubt(data) ? Polarity.corrected(radiograph) : radiograph);
  }

  /** Whether the header contradicts itself, or the object was captured from somewhere else. */
  private static boolean isPolarityInDoubt(DataSet data) {
    String shape = data.string(Tag.PresentationLUTShape).orElse("").strip();
    boolean inverse = DetectorSamples.isMonochrome1(data);
    boolean contradiction = shape.equals(inverse ? "IDENTITY" : "INVERSE");
    String modality = data.string(Tag.Modality).orElse("").strip();
    return contradiction || modality.equals("SC") || modality.equals("OT") || modality.isEmpty();
  }

  static Reading refused(DicomFailure failure) {
    String sentence = failure.sentence();
    return switch (failure) {
      case DicomFailure.NotDicom ignored -> Refusals.notAnImage(sentence);
      case DicomFailure.UnsupportedTransferSyntax ignored -> unsupported(sentence);
      case DicomFailure.UnsupportedPixels ignored -> unsupported(sentence);
      case DicomFailure.Truncated ignored -> Refusals.unreadable(sentence);
      case DicomFailure.Malformed ignored -> Refusals.unreadable(sentence);
      case DicomFailure.LimitExceeded ignored -> Refusals.unreadable(sentence);
      case DicomFailure.MissingTag ignored -> Refusals.unreadable(sentence);
      case DicomFailure.DamagedPixels ignored -> Refusals.unreadable(sentence);
    };
  }

  private static Reading unsupported(String sentence) {
    return Refusals.refused(
        Reason.UNSUPPORTED_ENCODING,
        sentence,
        "Export the image uncompressed (Explicit VR Little Endian) or with lossless JPEG.");
  }
}
