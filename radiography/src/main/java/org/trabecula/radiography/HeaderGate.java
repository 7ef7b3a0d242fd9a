package org.trabecula.radiography;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.trabecula.dicom.DataSet;
import org.trabecula.dicom.Tag;
import org.trabecula.radiography.Refusal.Reason;

/** Whether a DICOM object can be a radiograph that is screened, from its header alone. */
final class HeaderGate {
  /** Computed and digital radiography, digitised film. */
  private static final Set<String> RADIOGRAPHS = Set.of("CR", "DX", "RG");

  /** May hold a radiograph that lost its name on the way: secondary capture and "other". */
  private static final Set<String> PERHAPS = Set.of("SC", "OT", "");

  private static final Map<String, String> NAMES =
      Map.ofEntries(
          Map.entry("CT", "computed tomography"),
          Map.entry("MR", "magnetic resonance"),
          Map.entry("XA", "X-ray angiography"),
          Map.entry("RF", "fluoroscopy"),
          Map.entry("MG", "mammography"),
          Map.entry("US", "ultrasound"),
          Map.entry("PT", "positron emission tomography"),
          Map.entry("NM", "nuclear medicine"),
          Map.entry("PX", "a dental panorama"),
          Map.entry("IO", "a dental radiograph"),
          Map.entry("BMD", "bone densitometry"),
          Map.entry("ES", "endoscopy"),
          Map.entry("XC", "photography"),
          Map.entry("SM", "microscopy"),
          Map.entry("RTIMAGE", "a radiotherapy image"),
          Map.entry("RTDOSE", "a radiotherapy dose"),
          Map.entry("RTPLAN", "a radiotherapy plan"),
          Map.entry("RTSTRUCT", "radiotherapy contours"),
          Map.entry("SEG", "a segmentation"),
          Map.entry("SR", "a structured report"),
          Map.entry("PR", "a presentation state"),
          Map.entry("DOC", "a document"));

  /** Digital Mammography X-Ray Image Storage, for presentation and for processing. */
  private static final String MAMMOGRAPHY = "1.2.840.10008.5.1.4.1.1.1.2";

  private static final String ADVICE =
      "Give a frontal radiograph (CR or DX) of the lumbar spine or the hip.";

  private HeaderGate() {}

  static Optional<Reading> refusal(DataSet data) {
    String modality = data.string(Tag.Modality).orElse("").strip().toUpperCase(Locale.ROOT);
    if (!data.contains(Tag.PixelData)) {
      return Optional.of(
          Refusals.refused(
              Reason.NOT_AN_IMAGE, "The object holds no image%s.".formatted(in(modality)), ADVICE));
    }
    boolean mammogram = data.string(Tag.SOPClassUID).orElse("").startsWith(MAMMOGRAPHY);
    if (mammogram || !(RADIOGRAPHS.contains(modality) || PERHAPS.contains(modality))) {
      return Optional.of(wrongModality(mammogram ? "MG" : modality));
    }
    return colour(data).or(() -> frames(data));
  }

  private static String in(String modality) {
    String name = NAMES.get(modality);
    return name == null ? "" : "; it is " + name + " (" + modality + ")";
  }

  private static Reading wrongModality(String modality) {
    String name = NAMES.getOrDefault(modality, "another modality");
    return Refusals.refused(
        Reason.WRONG_MODALITY,
        "The image is %s (%s), not a radiograph.".formatted(name, modality),
        ADVICE);
  }

  private static Optional<Reading> colour(DataSet data) {
    int samples = data.integer(Tag.SamplesPerPixel).orElse(1);
    String photometric = data.string(Tag.PhotometricInterpretation).orElse("MONOCHROME2").strip();
    return samples == 1 && photometric.startsWith("MONOCHROME")
        ? Optional.empty()
        : Optional.of(
            Refusals.refused(
                Reason.WRONG_MODALITY,
                "The image is a colour picture (%s), not a radiograph.".formatted(photometric),
                ADVICE));
  }

  private static Optional<Reading> frames(DataSet data) {
    int frames = data.integer(Tag.NumberOfFrames).orElse(1);
    return frames <= 1
        ? Optional.empty()
        : Optional.of(
            Refusals.refused(
                Reason.WRONG_MODALITY,
                "The object holds %d frames, not one radiograph.".formatted(frames),
                ADVICE));
  }
}
