package org.trabecula.cohort.pairing.dxa;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.trabecula.cohort.pairing.dxa.DxaFault.Reason;
import org.trabecula.densitometry.Sex;
import org.trabecula.densitometry.Subject;

/** What a line says of the person; in doubt it says nothing of the line at all. */
record PersonCells(DxaLine line, Optional<LocalDate> scan) {
  private static final double DAYS_PER_YEAR = 365.25;
  private static final double CM_PER_INCH = 2.54;

  /** International avoirdupois pound, exactly. */
  private static final double KG_PER_POUND = 0.45359237;

  Subject subject() throws RowProblem {
    try {
      return new Subject(sex(), age(), height(), weight());
    } catch (IllegalArgumentException outOfRange) {
      throw new RowProblem(
          Reason.BAD_PERSON,
          "The person cannot be so: %s.".formatted(outOfRange.getMessage()),
          "Correct the cell, or state height.unit or weight.unit in the mapping.");
    }
  }

  private Optional<Sex> sex() throws RowProblem {
    String word = line.cell("sex").toLowerCase(Locale.ROOT);
    return switch (word) {
      case "", "u", "unknown", "o" -> Optional.empty();
      case "f", "female", "w", "woman", "女" -> Optional.of(Sex.FEMALE);
      case "m", "male", "man", "男" -> Optional.of(Sex.MALE);
      default ->
          throw new RowProblem(
              Reason.BAD_PERSON,
              "'%s' is no sex.".formatted(word),
              "Write F or M, or leave the cell empty.");
    };
  }

  private OptionalDouble age() throws RowProblem {
    OptionalDouble stated = number("age");
    Optional<LocalDate> birth = line.date("birth");
    if (stated.isPresent() || birth.isEmpty() || scan.isEmpty()) {
      return stated;
    }
    return OptionalDouble.of(ChronoUnit.DAYS.between(birth.get(), scan.get()) / DAYS_PER_YEAR);
  }

  private OptionalDouble height() throws RowProblem {
    double cm =
        switch (line.mapping().get("height.unit").orElse("cm")) {
          case "m" -> 100;
          case "in" -> CM_PER_INCH;
          default -> 1;
        };
    return scaled(number("height"), cm);
  }

  private OptionalDouble weight() throws RowProblem {
    boolean pounds = line.mapping().get("weight.unit").orElse("kg").equals("lb");
    return scaled(number("weight"), pounds ? KG_PER_POUND : 1);
  }

  private OptionalDouble number(String key) throws RowProblem {
    String text = line.cell(key);
    return text.isEmpty()
        ? OptionalDouble.empty()
        : OptionalDouble.of(line.number(text, line.mapping().get(key).orElse(key)));
  }

  private static OptionalDouble scaled(OptionalDouble value, double factor) {
    return value.isPresent() ? OptionalDouble.of(value.getAsDouble() * factor) : value;
  }
}
