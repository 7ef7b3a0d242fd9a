package org.trabecula.radiography;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.trabecula.dicom.DataSet;
import org.trabecula.dicom.Tag;
import org.trabecula.radiography.Refusal.Reason;

/**
 * What a header says of body part, projection and side. What it leaves open is left open: the image
 * itself decides later.
 */
final class HeaderAnatomy {
  private static final int ANATOMIC_REGION_MODIFIER_SEQUENCE = 0x00082220;
  private static final int SERIES_LATERALITY = Tag.Laterality;

  private static final Pattern FRONTAL = Pattern.compile("\\b(AP|PA|FRONTAL|ANTERO|POSTERO)");
  private static final Pattern LATERAL =
      Pattern.compile("\\b(LAT|LATERAL|LL|RL|ML|LM|SEITL|PROFIL|CROSS ?TABLE|FROG)");
  private static final Pattern OBLIQUE = Pattern.compile("\\b([RL][AP]O|OBL|OBLIQUE|SCHRAEG)");

  private final DataSet data;

  private HeaderAnatomy(DataSet data) {
    this.data = data;
  }

  static HeaderAnatomy of(DataSet data) {
    return new HeaderAnatomy(data);
  }

  /** From which side the beam came. */
  private enum Projection {
    FRONTAL,
    LATERAL,
    OBLIQUE,
    UNKNOWN
  }

  /** Why the part or the projection is none that is screened, if the header is clear about it. */
  Optional<Reading> refusal() {
    if (part() == BodyPart.OTHER) {
      return Optional.of(
          Refusals.refused(
              Reason.WRONG_ANATOMY,
              "The header says that the image shows %s.".formatted(partName()),
              "Give a frontal radiograph of the lumbar spine or the hip, or state the view if the"
                  + " header is wrong."));
    }
    Projection projection = projection();
    if (projection == Projection.LATERAL || projection == Projection.OBLIQUE) {
      return Optional.of(
          Refusals.refused(
              Reason.WRONG_VIEW,
              "The header says that the projection is %s."
                  .formatted(projection.name().toLowerCase(Locale.ROOT)),
              "Give a frontal (AP) radiograph, or state the view if the header is wrong."));
    }
    return Optional.empty();
  }

  /** The view, where the body part is clear and the projection does not speak against it. */
  Optional<View> view() {
    Projection projection = projection();
    boolean against = projection == Projection.LATERAL || projection == Projection.OBLIQUE;
    if (against) {
      return Optional.empty();
    }
    return switch (part()) {
      case LUMBAR -> Optional.of(View.LUMBAR_AP);
      case HIP -> Optional.of(View.HIP_AP);
      case PERHAPS, OTHER, UNKNOWN -> Optional.empty();
    };
  }

  Laterality laterality() {
    String side =
        data.string(Tag.ImageLaterality)
            .or(() -> data.string(SERIES_LATERALITY))
            .orElse("")
            .strip()
            .toUpperCase(Locale.ROOT);
    return switch (side) {
      case "L" -> Laterality.LEFT;
      case "R" -> Laterality.RIGHT;
      case "B" -> Laterality.BOTH;
      case "U" -> Laterality.UNPAIRED;
      default -> codedLaterality();
    };
  }

  private Laterality codedLaterality() {
    for (DataSet region : data.items(Tag.AnatomicRegionSequence)) {
      for (DataSet modifier : region.items(ANATOMIC_REGION_MODIFIER_SEQUENCE)) {
        // PS3.16 CID 244 in SNOMED CT and its former codes.
        switch (modifier.string(Tag.CodeValue).orElse("")) {
          case "7771000", "G-A101" -> {
            return Laterality.LEFT;
          }
          case "24028007", "G-A100" -> {
            return Laterality.RIGHT;
          }
          case "51440002", "G-A102" -> {
            return Laterality.BOTH;
          }
          default -> {}
        }
      }
    }
    return Laterality.UNKNOWN;
  }

  /** The first statement that says something, from the most to the least specific. */
  private BodyPart part() {
    String stated = data.string(Tag.BodyPartExamined).orElse("");
    BodyPart part = BodyPart.of(stated);
    boolean vague = stated.toUpperCase(Locale.ROOT).contains("EXTREMITY");
    if (part != BodyPart.UNKNOWN && !vague) {
      return part;
    }
    for (String text : descriptions()) {
      BodyPart described = BodyPart.of(text);
      if (described != BodyPart.UNKNOWN) {
        return described;
      }
    }
    // A study has several series: its name can say yes, but not no.
    BodyPart study = BodyPart.of(data.string(Tag.StudyDescription).orElse(""));
    return study == BodyPart.OTHER || study == BodyPart.UNKNOWN ? part : study;
  }

  private List<String> descriptions() {
    String region =
        data.items(Tag.AnatomicRegionSequence).stream()
            .findFirst()
            .flatMap(item -> item.string(Tag.CodeMeaning))
            .orElse("");
    return List.of(
        region,
        data.string(Tag.SeriesDescription).orElse(""),
        data.string(Tag.ProtocolName).orElse(""),
        data.string(Tag.AcquisitionDeviceProcessingDescription).orElse(""));
  }

  private String partName() {
    return data.string(Tag.BodyPartExamined)
        .filter(text -> !text.isBlank())
        .or(() -> descriptions().stream().filter(text -> !text.isBlank()).findFirst())
        .map(text -> "'" + text.strip() + "'")
        .orElse("another body part");
  }

  private Projection projection() {
    Projection stated = projection(data.string(Tag.ViewPosition).orElse(""));
    if (stated != Projection.UNKNOWN) {
      return stated;
    }
    for (DataSet view : data.items(Tag.ViewCodeSequence)) {
      Projection coded = projection(view.string(Tag.CodeMeaning).orElse(""));
      if (coded != Projection.UNKNOWN) {
        return coded;
      }
    }
    return projection(data.string(Tag.SeriesDescription).orElse(""));
  }

  private static Projection projection(String text) {
    String plain = text.toUpperCase(Locale.ROOT).replace('-', ' ').replace('_', ' ');
    if (FRONTAL.matcher(plain).find()) {
      return Projection.FRONTAL;
    }
    if (LATERAL.matcher(plain).find()) {
      return Projection.LATERAL;
    }
    return OBLIQUE.matcher(plain).find() ? Projection.OBLIQUE : Projection.UNKNOWN;
  }
}
