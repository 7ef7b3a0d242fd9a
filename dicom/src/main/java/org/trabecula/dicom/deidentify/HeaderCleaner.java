package org.trabecula.dicom.deidentify;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.trabecula.dicom.DataSet;
import org.trabecula.dicom.DataSetBuilder;
import org.trabecula.dicom.Element;
import org.trabecula.dicom.Tag;
import org.trabecula.dicom.Vr;

/** Treats the attributes of one object, at every depth. For one object and one thread. */
final class HeaderCleaner {
  /**
   * A data set after treatment.
   *
   * @param changes what was done, in the order of the data set
   */
  record Cleaned(DataSet data, List<AttributeChange> changes) {
    Cleaned {
      changes = List.copyOf(changes);
    }
  }

  private static final int LONGITUDINAL_TEMPORAL_INFORMATION_MODIFIED = 0x00280303;

  private final Profile profile;
  private final Ledger ledger;
  private final TreatmentChoice choice;
  private final DateShift shift;
  private final String patient;
  private final List<AttributeChange> changes = new ArrayList<>();

  private HeaderCleaner(Profile profile, Ledger ledger, DataSet data) {
    this.profile = profile;
    this.ledger = ledger;
    this.patient = Patient.identity(data);
    this.shift = new DateShift(ledger.daysBack(patient));
    String sopClass = data.string(Tag.SOPClassUID).orElse("");
    this.choice = new TreatmentChoice(profile, RadiographTypes.isRadiograph(sopClass));
  }

  /** The data set as the profile leaves it; pixel data are not looked at. */
  static Cleaned clean(DataSet data, Profile profile, Ledger ledger) {
    HeaderCleaner cleaner = new HeaderCleaner(profile, ledger, data);
    DataSetBuilder builder = cleaner.treated(data, "").toBuilder();
    cleaner.describe(data, builder);
    return new Cleaned(builder.build(), cleaner.changes);
  }

  private DataSet treated(DataSet data, String path) {
    DataSetBuilder builder = data.toBuilder();
    for (Element element : data) {
      int tag = element.tag();
      Treatment treatment = choice.of(element, path.isEmpty());
      Optional<Element> result = treated(data, element, treatment, path);
      note(path + Tag.text(tag), element, treatment, result);
      builder.remove(tag);
      result.ifPresent(builder::put);
    }
    return builder.build();
  }

  private Optional<Element> treated(
      DataSet data, Element element, Treatment treatment, String path) {
    int tag = element.tag();
    return switch (treatment) {
      case REMOVE -> Optional.empty();
      case EMPTY ->
          element.vr() == Vr.UN
              ? Optional.empty()
              : Optional.of(DummyValues.empty(tag, element.vr()));
      case DUMMY -> dummy(data, element);
      case REPLACE_UID -> text(data, element, value -> Optional.of(ledger.uid(value)));
      case PSEUDONYM ->
          path.isEmpty()
              ? Optional.of(DummyValues.ascii(tag, Vr.LO, ledger.patient(patient)))
              : text(data, element, value -> Optional.of(ledger.patient(value.strip())));
      case SHIFT_DATE -> text(data, element, value -> shift.shifted(element.vr(), value));
      case CLEAN_TEXT ->
          text(
              data,
              element,
              value -> Optional.of(Descriptors.cleaned(value)).filter(words -> !words.isEmpty()));
      case KEEP, KEEP_BY_OPTION -> kept(data, element, path);
    };
  }

  /** A dummy, which for a UID is one that still links the objects that share it. */
  private Optional<Element> dummy(DataSet data, Element element) {
    return element.vr() == Vr.UI
        ? text(data, element, value -> Optional.of(ledger.uid(value)))
        : DummyValues.of(element.tag(), element.vr());
  }

  private Optional<Element> kept(DataSet data, Element element, String path) {
    return switch (element) {
      case Element.Sequence sequence -> {
        String below = path + Tag.text(element.tag()) + " > ";
        yield Optional.of(
            new Element.Sequence(
                sequence.tag(),
                sequence.items().stream().map(item -> treated(item, below)).toList()));
      }
      case Element.Plain plain when plain.vr() == Vr.AS -> text(data, element, Patient::aggregated);
      case Element.Plain plain -> Optional.of(plain);
      case Element.Encapsulated pixels -> Optional.of(pixels);
    };
  }

  private interface Mapping {
    Optional<String> of(String value);
  }

  /** Maps every value; the element goes if one value is none, and stays empty if it was. */
  private static Optional<Element> text(DataSet data, Element element, Mapping mapping) {
    List<String> values = data.strings(element.tag());
    List<String> mapped = new ArrayList<>();
    for (String value : values) {
      Optional<String> one = value.isEmpty() ? Optional.of("") : mapping.of(value);
      if (one.isEmpty()) {
        return Optional.empty();
      }
      mapped.add(one.get());
    }
    return element.vr() == Vr.UN || !(element instanceof Element.Plain)
        ? Optional.empty()
        : Optional.of(DummyValues.ascii(element.tag(), element.vr(), String.join("\\", mapped)));
  }

  private void note(String path, Element before, Treatment treatment, Optional<Element> after) {
    boolean same = after.filter(before::equals).isPresent();
    if (treatment == Treatment.KEEP_BY_OPTION && after.isPresent()) {
      changes.add(new AttributeChange(path, AttributeChange.Kind.KEPT_BY_OPTION));
    } else if (treatment != Treatment.KEEP && !same || after.isEmpty()) {
      changes.add(new AttributeChange(path, kind(before.tag(), treatment, after)));
    }
  }

  private static AttributeChange.Kind kind(int tag, Treatment treatment, Optional<Element> after) {
    if (after.isEmpty()) {
      return Tag.isPrivate(tag)
          ? AttributeChange.Kind.PRIVATE_REMOVED
          : Tag.keyword(tag).isEmpty() && ConfidentialityTable.standard().rule(tag).isEmpty()
              ? AttributeChange.Kind.UNKNOWN_REMOVED
              : AttributeChange.Kind.REMOVED;
    }
    return switch (treatment) {
      case EMPTY -> AttributeChange.Kind.EMPTIED;
      case SHIFT_DATE -> AttributeChange.Kind.SHIFTED;
      case CLEAN_TEXT -> AttributeChange.Kind.CLEANED;
      default -> AttributeChange.Kind.REPLACED;
    };
  }

  /** What PS3.15 section E.1.1 asks a de-identifier to say of itself. */
  private void describe(DataSet before, DataSetBuilder data) {
    String pseudonym = ledger.patient(patient);
    data.put(Tag.PatientName, pseudonym)
        .put(Tag.PatientID, pseudonym)
        .put(Tag.PatientIdentityRemoved, "YES")
        .put(Tag.DeidentificationMethod, "DICOM PS3.15 " + ConfidentialityTable.EDITION)
        .put(LONGITUDINAL_TEMPORAL_INFORMATION_MODIFIED, temporalInformation());
    if (profile.has(ProfileOption.RETAIN_CHARACTERISTICS)
        && data.build().string(Tag.PatientAge).isEmpty()) {
      Patient.ageFromDates(before).ifPresent(age -> data.put(Tag.PatientAge, age));
    }
    data.putItems(Tag.DeidentificationMethodCodeSequence, methodCodes());
  }

  private String temporalInformation() {
    if (profile.has(ProfileOption.RETAIN_FULL_DATES)) {
      return "UNMODIFIED";
    }
    return profile.has(ProfileOption.RETAIN_MODIFIED_DATES) ? "MODIFIED" : "REMOVED";
  }

  private List<DataSet> methodCodes() {
    List<DataSet> codes = new ArrayList<>();
    codes.add(MethodCode.BASIC);
    profile.options().stream()
        .sorted(Comparator.comparing(ProfileOption::code))
        .map(option -> MethodCode.of(option.code(), option.meaning()))
        .forEach(codes::add);
    return codes;
  }
}
