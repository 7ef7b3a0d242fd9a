package org.trabecula.dicom.deidentify;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.trabecula.dicom.Element;
import org.trabecula.dicom.Tag;
import org.trabecula.dicom.Vr;

/**
 * Chooses what happens to an attribute: by table E.1-1 and the options, and more strictly than the
 * table where it is silent.
 *
 * @param radiograph whether the types of the radiograph IODs hold
 */
record TreatmentChoice(Profile profile, boolean radiograph) {
  private static final Set<Vr> DATES = EnumSet.of(Vr.DA, Vr.DT, Vr.TM);
  private static final Set<Vr> FREE = EnumSet.of(Vr.PN, Vr.LT, Vr.ST, Vr.UT, Vr.UR, Vr.UN);
  private static final Set<Vr> SHORT_TEXT =
      EnumSet.of(Vr.AE, Vr.AS, Vr.CS, Vr.DS, Vr.IS, Vr.LO, Vr.SH);
  private static final Set<Vr> WORDS = EnumSet.of(Vr.OB, Vr.OW, Vr.US, Vr.SS);
  private static final Set<Vr> DESCRIPTIONS =
      EnumSet.of(Vr.LO, Vr.LT, Vr.SH, Vr.ST, Vr.UC, Vr.UT, Vr.CS);

  /** UIDs of classes name a maker at most. */
  private static final Set<Integer> CLASS_UIDS =
      Set.of(Tag.SOPClassUID, 0x0008001A, 0x0008001B, 0x00080062, 0x00081150);

  private static final ProfileOption[] OPTIONS = ProfileOption.values();

  /** What happens to an element; pixel data stand at the top level only. */
  Treatment of(Element element, boolean top) {
    int tag = element.tag();
    if (Tag.isPrivate(tag) || isOutsideTheImage(tag)) {
      return Treatment.REMOVE;
    }
    if (tag == Tag.PatientID) {
      return Treatment.PSEUDONYM;
    }
    Optional<ConfidentialityRule> rule = ConfidentialityTable.standard().rule(tag);
    if (rule.isPresent()) {
      return byTable(rule.get(), element);
    }
    if (tag >>> 16 == 0x7FE0 && !top) {
      return Treatment.REMOVE;
    }
    return bySilence(element);
  }

  /** Groups of commands and files, group lengths, curves and overlays: none is needed. */
  private static boolean isOutsideTheImage(int tag) {
    int group = tag >>> 16;
    return group < 8 || (tag & 0xFFFF) == 0 || group >>> 8 == 0x50 || group >>> 8 == 0x60;
  }

  private Treatment byTable(ConfidentialityRule rule, Element element) {
    for (ProfileOption option : OPTIONS) {
      if (profile.has(option)) {
        Optional<Treatment> kept = byOption(rule, option, element.vr());
        if (kept.isPresent()) {
          return kept.get();
        }
      }
    }
    return byBasicProfile(rule.basic(), element);
  }

  /** Dates are kept by options on dates alone: a date of a device dates its exposures, too. */
  private static Optional<Treatment> byOption(
      ConfidentialityRule rule, ProfileOption option, Vr vr) {
    ActionCode action = rule.under(option).orElse(ActionCode.REMOVE);
    boolean date = DATES.contains(vr);
    return switch (action) {
      case KEEP ->
          date && option != ProfileOption.RETAIN_FULL_DATES || vr == Vr.UN
              ? Optional.empty()
              : Optional.of(Treatment.KEEP_BY_OPTION);
      case CLEAN -> cleaned(option, vr);
      default -> Optional.empty();
    };
  }

  /** What cannot be cleaned by rule is treated by the basic profile. */
  private static Optional<Treatment> cleaned(ProfileOption option, Vr vr) {
    if (option == ProfileOption.RETAIN_MODIFIED_DATES && DATES.contains(vr)) {
      return Optional.of(Treatment.SHIFT_DATE);
    }
    return option == ProfileOption.CLEAN_DESCRIPTORS && DESCRIPTIONS.contains(vr)
        ? Optional.of(Treatment.CLEAN_TEXT)
        : Optional.empty();
  }

  private Treatment byBasicProfile(ActionCode basic, Element element) {
    return switch (basic) {
      case REMOVE, CLEAN -> Treatment.REMOVE;
      case EMPTY -> Treatment.EMPTY;
      case DUMMY -> Treatment.DUMMY;
      case KEEP -> Treatment.KEEP;
      case REPLACE_UID -> element.vr() == Vr.UI ? Treatment.REPLACE_UID : Treatment.REMOVE;
      case REMOVE_EMPTY_OR_UIDS -> element.vr() == Vr.SQ ? Treatment.KEEP : Treatment.REMOVE;
      case EMPTY_OR_DUMMY, REMOVE_OR_EMPTY, REMOVE_OR_DUMMY, REMOVE_EMPTY_OR_DUMMY ->
          byType(basic, element.tag());
    };
  }

  private Treatment byType(ActionCode basic, int tag) {
    return switch (radiograph ? RadiographTypes.type(tag) : 0) {
      case 3 -> Treatment.REMOVE;
      case 2 -> Treatment.EMPTY;
      default -> basic.mayBeDummy() ? Treatment.DUMMY : Treatment.EMPTY;
    };
  }

  private Treatment bySilence(Element element) {
    Vr known = Tag.vr(element.tag());
    Vr vr = element.vr();
    if (Tag.keyword(element.tag()).isEmpty() || FREE.contains(vr) || FREE.contains(known)) {
      return Treatment.REMOVE;
    }
    if (DATES.contains(vr) || DATES.contains(known)) {
      return undeclaredDate(vr);
    }
    if (!isLike(vr, known)) {
      return Treatment.REMOVE;
    }
    boolean replaced =
        vr == Vr.UI
            && !profile.has(ProfileOption.RETAIN_UIDS)
            && !CLASS_UIDS.contains(element.tag());
    return replaced ? Treatment.REPLACE_UID : Treatment.KEEP;
  }

  private Treatment undeclaredDate(Vr vr) {
    if (!DATES.contains(vr)) {
      return Treatment.REMOVE;
    }
    if (profile.has(ProfileOption.RETAIN_MODIFIED_DATES)) {
      return Treatment.SHIFT_DATE;
    }
    return profile.has(ProfileOption.RETAIN_FULL_DATES)
        ? Treatment.KEEP_BY_OPTION
        : Treatment.REMOVE;
  }

  /** Another representation than the dictionary's may hide what no rule looks at. */
  private static boolean isLike(Vr vr, Vr known) {
    return vr == known
        || (SHORT_TEXT.contains(vr) && SHORT_TEXT.contains(known))
        || (WORDS.contains(vr) && WORDS.contains(known));
  }
}
