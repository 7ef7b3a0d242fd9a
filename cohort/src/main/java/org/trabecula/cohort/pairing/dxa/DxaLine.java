package org.trabecula.cohort.pairing.dxa;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.trabecula.cohort.pairing.dxa.DxaFault.Reason;
import org.trabecula.cohort.pairing.sheet.Sheet;
import org.trabecula.densitometry.ScannerScale;
import org.trabecula.radiography.Laterality;

/** One line of a DXA table under its mapping. */
record DxaLine(Sheet sheet, Sheet.Line line, ColumnMapping mapping) {
  /** From this on, a number is a density in mg/cm². */
  private static final double PLAUSIBLE_MG = 100;

  DxaRow row() throws RowProblem {
    String patient = cell("patient");
    if (patient.isEmpty()) {
      throw new RowProblem(
          Reason.NO_PATIENT, "The line names no patient.", "Fill in the patient id.");
    }
    Optional<LocalDate> date = date("date");
    List<DxaRow.Value> values = values();
    if (values.isEmpty()) {
      throw new RowProblem(
          Reason.NO_DENSITY, "The line holds no density.", "Fill it in, or leave the line out.");
    }
    return new DxaRow(
        sheet.origin(line),
        patient,
        date,
        scale(),
        cell("scanner"),
        new PersonCells(this, date).subject(),
        values);
  }

  /** The cell of a mapped column; empty if none is mapped. */
  String cell(String key) {
    return mapping.get(key).map(column -> sheet.cell(line, column)).orElse("");
  }

  /** A date, if the cell holds one. */
  Optional<LocalDate> date(String key) throws RowProblem {
    String text = cell(key);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    // A workbook's own dates are read as ISO dates, with a time if they have one.
    for (DateTimeFormatter format : mapping.dates()) {
      try {
        return Optional.of(LocalDate.parse(text, format));
      } catch (DateTimeException notThis) {
        // Another one may do.
      }
    }
    if (text.matches("\\d{4}-\\d{2}-\\d{2}(T.*)?")) {
      try {
        return Optional.of(LocalDate.parse(text.substring(0, 10)));
      } catch (DateTimeException noDate) {
        // Falls through to the fault.
      }
    }
    throw new RowProblem(
        Reason.BAD_DATE,
        "'%s' in column '%s' is no date of the format %s."
            .formatted(
                text,
                mapping.get(key).orElse(key),
                mapping.get("date.format").orElse("yyyy-MM-dd")),
        "Correct the cell, or state date.format in the mapping.");
  }

  private ScannerScale scale() throws RowProblem {
    Optional<ScannerScale> fixed = mapping.scale();
    if (fixed.isPresent()) {
      return fixed.get();
    }
    String words = cell("scale.column");
    return ScaleName.of(words)
        .orElseThrow(() ->
            new RowProblem(
                Reason.UNKNOWN_SCALE,
                "'%s' does not name one maker's scale.".formatted(words),
                "Write hologic, lunar, norland or standardised into that column, or fix 'scale'"
                    + " in the mapping."));
  }

  private List<DxaRow.Value> values() throws RowProblem {
    List<DxaRow.Value> values = new ArrayList<>();
    double perGram = perGram();
    Laterality stated = RegionName.side(cell("side"));
    for (SiteColumn site : mapping.siteColumns()) {
      String text = sheet.cell(line, site.column());
      if (!text.isEmpty()) {
        Laterality side = site.side() == Laterality.UNKNOWN ? stated : site.side();
        values.add(
            new DxaRow.Value(site.site(), side, density(number(text, site.column()), perGram)));
      }
    }
    if (mapping.get("region").isPresent() && !cell("bmd").isEmpty()) {
      values.add(region(perGram, stated));
    }
    return values;
  }

  private DxaRow.Value region(double perGram, Laterality stated) throws RowProblem {
    String words = cell("region");
    RegionName region =
        RegionName.of(words, cell("scan"))
            .orElseThrow(() ->
                new RowProblem(
                    Reason.UNKNOWN_SITE,
                    "Region '%s' is none of L1 to L4, L1-L4, L2-L4, femoral neck, trochanter and"
                            .formatted(words)
                        + " total hip.",
                    "Nothing, if the region is not wanted; otherwise name it so."));
    Laterality side = region.side() == Laterality.UNKNOWN ? stated : region.side();
    double bmd = number(cell("bmd"), mapping.get("bmd").orElse("bmd"));
    return new DxaRow.Value(region.site(), side, density(bmd, perGram));
  }

  private double perGram() throws RowProblem {
    String unit = mapping.get("unit.column").isPresent() ? cell("unit.column") : "";
    String word = unit.isEmpty() ? mapping.get("unit").orElse("g/cm2") : unit;
    return switch (word.replace(" ", "").replace("²", "2").replace("^", "")) {
      case "g/cm2", "g/cm-2", "gcm-2" -> 1;
      case "mg/cm2" -> 1000;
      default ->
          throw new RowProblem(
              Reason.IMPLAUSIBLE,
              "'%s' is no unit of areal density.".formatted(word),
              "Write g/cm2 or mg/cm2.");
    };
  }

  private static double density(double number, double perGram) throws RowProblem {
    double grams = number / perGram;
    if (grams >= DxaRow.Value.LEAST && grams <= DxaRow.Value.GREATEST) {
      return grams;
    }
    boolean milligrams = perGram == 1 && number >= PLAUSIBLE_MG && number <= 3000;
    throw new RowProblem(
        Reason.IMPLAUSIBLE,
        "%s is no density in %s.".formatted(number, perGram == 1 ? "g/cm2" : "mg/cm2"),
        milligrams
            ? "If the table is in mg/cm2, state unit = mg/cm2 in the mapping."
            : "Correct the cell, or the unit in the mapping.");
  }

  double number(String text, String column) throws RowProblem {
    boolean comma = mapping.get("decimal").orElse(".").equals(",");
    try {
      double value = Double.parseDouble(comma ? text.replace(',', '.') : text);
      if (Double.isFinite(value)) {
        return value;
      }
    } catch (NumberFormatException none) {
      // Falls through to the problem.
    }
    throw new RowProblem(
        Reason.NOT_A_NUMBER,
        "'%s' in column '%s' is not a number.".formatted(text, column),
        text.contains(",")
            ? "State decimal = , in the mapping."
            : "Correct the cell, or empty it.");
  }
}
