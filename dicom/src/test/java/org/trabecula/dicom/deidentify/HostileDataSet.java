package org.trabecula.dicom.deidentify;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.trabecula.dicom.DataSet;
import org.trabecula.dicom.DataSetBuilder;
import org.trabecula.dicom.Element;
import org.trabecula.dicom.Tag;
import org.trabecula.dicom.Vr;

/** A data set with a secret in every attribute of table E.1-1, at random depths. */
final class HostileDataSet {
  static final String WORD = "ZXQSECRET";
  static final String NUMBER = "73918462";
  static final String DATE = "19370412";
  static final String UID = "1.2.777.8887776665554";
  private static final Vr[] UNKNOWN = {Vr.LO, Vr.UN, Vr.UT, Vr.OB, Vr.SQ, Vr.PN, Vr.UC};

  /** Sequences that stay, and are walked through. */
  private static final int[] DOORS = {
    Tag.ViewCodeSequence, Tag.AnatomicRegionSequence, Tag.ModalityLUTSequence, 0x00081140
  };

  private final RandomGenerator random;
  private final boolean anyVr;

  /**
   * Of a random source.
   *
   * @param anyVr whether attributes may have other representations than their own
   */
  HostileDataSet(RandomGenerator random, boolean anyVr) {
    this.random = random;
    this.anyVr = anyVr;
  }

  /** Attributes of the table spread over a tree of items, with private and unknown ones. */
  DataSet make() {
    List<ConfidentialityRule> rules =
        new ArrayList<>(
            ConfidentialityTable.standard().rules().stream()
                .filter(ConfidentialityRule::isExact)
                .filter(rule ->
                    rule.tag() >>> 16 >= 8 && rule.tag() != 0x00081140 && rule.tag() != 0x00082112)
                .toList());
    return level(rules, 3).build();
  }

  private DataSetBuilder level(List<ConfidentialityRule> rules, int depth) {
    DataSetBuilder data = DataSet.builder();
    List<ConfidentialityRule> below = new ArrayList<>();
    for (ConfidentialityRule rule : rules) {
      if (depth > 0 && random.nextInt(3) > 0) {
        below.add(rule);
      } else {
        data.put(planted(rule.tag()));
      }
    }
    data.put(Samples.text(0x00090010, Vr.LO, WORD));
    data.put(Samples.text(0x00091001, Vr.UN, WORD));
    if (anyVr) {
      data.put(new Element.Sequence(0x00091002, List.of(item())));
    }
    data.put(Samples.text(0x60003000, Vr.OB, WORD));
    data.put(Samples.text(0x60024000, Vr.LT, WORD));
    data.put(Samples.text(0x50003000, Vr.OB, WORD));
    data.put(Samples.text(0x00187FF0, Vr.LO, WORD));
    if (depth > 0) {
      int door = DOORS[random.nextInt(DOORS.length)];
      data.put(new Element.Sequence(door, List.of(level(below, depth - 1).build())));
    }
    return data;
  }

  private Element planted(int tag) {
    Vr known = Tag.vr(tag);
    boolean other = anyVr && (known == Vr.UN || random.nextInt(8) == 0);
    Vr vr = other ? UNKNOWN[random.nextInt(UNKNOWN.length)] : known;
    return switch (vr) {
      case SQ -> new Element.Sequence(tag, List.of(item()));
      case UI -> Samples.text(tag, vr, UID);
      case DA -> Samples.text(tag, vr, DATE);
      case DT -> Samples.text(tag, vr, DATE + "031415");
      case DS, IS, TM, AS -> Samples.text(tag, vr, NUMBER);
      default -> Samples.text(tag, vr, WORD + NUMBER + "  ");
    };
  }

  private static DataSet item() {
    return DataSet.builder()
        .put(Samples.text(Tag.CodeMeaning, Vr.LO, WORD))
        .put(Samples.text(0x00081155, Vr.UI, UID))
        .build();
  }
}
