package org.trabecula.cohort.pairing.dxa;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.trabecula.dicom.DataSet;
import org.trabecula.dicom.Tag;
import org.trabecula.radiography.Laterality;

/**
 * The numbers of a structured report's content tree (PS3.3 C.17.3).
 *
 * @param values densities of known regions
 * @param unused the names of other numbers, each once
 */
record ReportContent(List<DxaRow.Value> values, Set<String> unused) {
  /**
   * Areal densities in LOINC ([Mass/Area] Bone density). None says which vertebrae or which part of
   * the femur: that is for the words around them.
   */
  private static final Map<String, String> LOINC =
      Map.of(
          "24966-4", "lumbar spine",
          "24701-5", "femur",
          "38261-4", "hip",
          "46278-8", "left hip",
          "46279-6", "right hip",
          "80953-3", "right femur",
          "80954-1", "left femur",
          "46383-6", "");

  /** SNOMED CT, and its former codes in DICOM, for left and right (PS3.16 CID 244). */
  private static final Map<String, String> SIDES =
      Map.of("7771000", "left", "G-A101", "left", "24028007", "right", "G-A100", "right");

  static ReportContent of(DataSet report) {
    ReportContent content = new ReportContent(new ArrayList<>(), new LinkedHashSet<>());
    content.walk(report, List.of());
    return content;
  }

  /**
   * @param around the words of the containers around the item, outermost first
   */
  private void walk(DataSet item, List<String> around) {
    if (item.string(Tag.ValueType).orElse("").strip().equals("NUM")) {
      number(item, around);
    }
    List<String> words = new ArrayList<>(around);
    words.addAll(words(item));
    // What a container says of itself by code or text holds for all that is in it.
    for (DataSet child : item.items(Tag.ContentSequence)) {
      if (isModifier(child)) {
        words.addAll(statement(child));
      }
    }
    for (DataSet child : item.items(Tag.ContentSequence)) {
      walk(child, words);
    }
  }

  private static boolean isModifier(DataSet child) {
    String type = child.string(Tag.ValueType).orElse("").strip();
    return type.equals("CODE") || type.equals("TEXT");
  }

  private static List<String> statement(DataSet child) {
    List<String> words = new ArrayList<>();
    child.string(Tag.TextValue).map(String::strip).ifPresent(words::add);
    for (DataSet code : child.items(Tag.ConceptCodeSequence)) {
      words.add(code.string(Tag.CodeMeaning).orElse("").strip());
      words.add(SIDES.getOrDefault(code.string(Tag.CodeValue).orElse("").strip(), ""));
    }
    return words;
  }

  private static List<String> words(DataSet item) {
    List<String> words = new ArrayList<>();
    for (DataSet code : item.items(Tag.ConceptNameCodeSequence)) {
      words.add(LOINC.getOrDefault(code.string(Tag.CodeValue).orElse("").strip(), ""));
      words.add(code.string(Tag.CodeMeaning).orElse("").strip());
    }
    return words;
  }

  private void number(DataSet item, List<String> around) {
    List<String> own = new ArrayList<>(words(item));
    for (DataSet child : item.items(Tag.ContentSequence)) {
      own.addAll(statement(child));
    }
    OptionalDouble grams = grams(item);
    Optional<RegionName> region = isDensity(item) ? region(own, around) : Optional.empty();
    if (grams.isPresent() && region.isPresent() && plausible(grams.getAsDouble())) {
      values.add(new DxaRow.Value(region.get().site(), region.get().side(), grams.getAsDouble()));
    } else {
      unused.add(name(item, around));
    }
  }

  private static String name(DataSet item, List<String> around) {
    String own = String.join(" ", words(item)).strip();
    String last = around.isEmpty() ? "" : around.getLast();
    return last.isEmpty() ? "'" + own + "'" : "'%s' of '%s'".formatted(own, last);
  }

  private static boolean plausible(double grams) {
    return grams >= DxaRow.Value.LEAST && grams <= DxaRow.Value.GREATEST;
  }

  private static boolean isDensity(DataSet item) {
    for (DataSet code : item.items(Tag.ConceptNameCodeSequence)) {
      if (LOINC.containsKey(code.string(Tag.CodeValue).orElse("").strip())) {
        return true;
      }
      String meaning = code.string(Tag.CodeMeaning).orElse("").toLowerCase(Locale.ROOT);
      boolean named =
          meaning.matches("(.*\\W)?bmd(\\W.*)?")
              || meaning.contains("bone mineral density")
              || meaning.contains("bone density");
      // A change or a reference value has the unit of a density, too.
      if (named && !meaning.matches(".*(change|reference|score|young|match|precision|sd).*")) {
        return true;
      }
    }
    return false;
  }

  /** The nearest words that name a region, read in the light of all that is around them. */
  private static Optional<RegionName> region(List<String> own, List<String> around) {
    List<String> near = new ArrayList<>(around);
    near.addAll(own);
    String context = String.join(" ", near);
    for (int i = near.size() - 1; i >= 0; i--) {
      Optional<RegionName> region = RegionName.of(near.get(i), context);
      if (region.isPresent()) {
        return region.map(r -> r.site().isLumbar() ? r : sided(r, near));
      }
    }
    return Optional.empty();
  }

  /** The nearest word that names a side. */
  private static RegionName sided(RegionName region, List<String> near) {
    for (int i = near.size() - 1; i >= 0; i--) {
      Laterality side = RegionName.side(near.get(i));
      if (side != Laterality.UNKNOWN) {
        return new RegionName(region.site(), side);
      }
    }
    return region;
  }

  private static OptionalDouble grams(DataSet item) {
    for (DataSet measured : item.items(Tag.MeasuredValueSequence)) {
      OptionalDouble value = measured.decimal(Tag.NumericValue);
      for (DataSet unit : measured.items(Tag.MeasurementUnitsCodeSequence)) {
        double perGram = perGram(unit.string(Tag.CodeValue).orElse(""));
        if (value.isPresent() && perGram > 0) {
          return OptionalDouble.of(value.getAsDouble() / perGram);
        }
      }
    }
    return OptionalDouble.empty();
  }

  /** UCUM in the spellings that are met; 0 of any other unit. */
  private static double perGram(String unit) {
    return switch (unit.replace('²', '2').replaceAll("[\\s.^-]", "")) {
      case "g/cm2", "gcm2" -> 1;
      case "mg/cm2", "mgcm2" -> 1000;
      default -> 0;
    };
  }
}
