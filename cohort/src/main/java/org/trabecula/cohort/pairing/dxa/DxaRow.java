package org.trabecula.cohort.pairing.dxa;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.trabecula.densitometry.ScannerScale;
import org.trabecula.densitometry.Site;
import org.trabecula.densitometry.Subject;
import org.trabecula.radiography.Laterality;

/**
 * One line of a DXA table, or one structured report.
 *
 * @param origin file and line, for messages
 * @param patient identifier as it stands there, not blank
 * @param date of the scan, if stated
 * @param scale of the densities
 * @param scanner name or number of the device; empty if not stated
 * @param subject what the line says of the person
 * @param values at least one
 */
public record DxaRow(
    String origin,
    String patient,
    Optional<LocalDate> date,
    ScannerScale scale,
    String scanner,
    Subject subject,
    List<Value> values) {

  /**
   * A density.
   *
   * @param side of a femur; {@link Laterality#UNPAIRED} for the spine, {@link Laterality#UNKNOWN}
   *     if not stated
   * @param density in g/cm²
   */
  public record Value(Site site, Laterality side, double density) {
    /** Below and above, a number is no density in g/cm². */
    static final double LEAST = 0.1;

    static final double GREATEST = 3;

    public Value {
      if (!(density >= LEAST && density <= GREATEST)) {
        throw new IllegalArgumentException(
            "%s is %s g/cm2, not within %s to %s"
                .formatted(site.label(), density, LEAST, GREATEST));
      }
    }
  }

  public DxaRow {
    values = List.copyOf(values);
    if (patient.isBlank() || values.isEmpty()) {
      throw new IllegalArgumentException(origin + " needs a patient and a density");
    }
  }
}
