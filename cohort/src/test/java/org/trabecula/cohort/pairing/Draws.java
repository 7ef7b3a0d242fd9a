package org.trabecula.cohort.pairing;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.trabecula.cohort.pairing.duplicates.Fingerprint;
import org.trabecula.cohort.pairing.dxa.DxaFault;
import org.trabecula.cohort.pairing.dxa.DxaRow;
import org.trabecula.cohort.pairing.dxa.DxaRows;
import org.trabecula.cohort.pairing.film.Device;
import org.trabecula.cohort.pairing.film.Film;
import org.trabecula.cohort.pairing.film.FilmEntry;
import org.trabecula.densitometry.ScannerScale;
import org.trabecula.densitometry.Site;
import org.trabecula.densitometry.Subject;
import org.trabecula.radiography.Laterality;
import org.trabecula.radiography.Refusal;
import org.trabecula.radiography.View;

/** Films and DXA rows that were never read from anywhere. */
final class Draws {
  static final LocalDate DAY = LocalDate.of(2024, 3, 1);
  private static final List<Fingerprint> PICTURES = pictures();

  private Draws() {}

  private static List<Fingerprint> pictures() {
    List<Fingerprint> prints = new ArrayList<>();
    for (int seed = 0; seed < 24; seed++) {
      prints.add(Fingerprint.of(Pictures.of(seed)));
    }
    return prints;
  }

  /** A lumbar film. */
  static Film film(String name, String patient, LocalDate date, int picture) {
    return film(
        name, Optional.of(patient), Optional.of(date), Optional.of(View.LUMBAR_AP), picture);
  }

  static Film film(
      String name,
      Optional<String> patient,
      Optional<LocalDate> date,
      Optional<View> view,
      int picture) {
    return new Film(
        new FilmEntry(Path.of("films", name), name, Map.of()),
        header(patient, date, view, Laterality.UNKNOWN, Subject.UNKNOWN),
        Map.of(),
        Optional.of(PICTURES.get(picture)),
        Optional.empty());
  }

  static Film.Header header(
      Optional<String> patient,
      Optional<LocalDate> date,
      Optional<View> view,
      Laterality side,
      Subject subject) {
    return new Film.Header(
        patient, date, view, side, subject, new Device("Maker", "M1", "R2"), "dx", false);
  }

  static Film refused(String name) {
    return new Film(
        new FilmEntry(Path.of("films", name), name, Map.of()),
        header(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Laterality.UNKNOWN,
            Subject.UNKNOWN),
        Map.of(),
        Optional.empty(),
        Optional.of(new Refusal(Refusal.Reason.UNREADABLE, "Broken.", "Mend it.")));
  }

  static DxaRow row(String patient, LocalDate date, DxaRow.Value... values) {
    return new DxaRow(
        "dxa of " + patient + " at " + date,
        patient,
        Optional.of(date),
        ScannerScale.LUNAR,
        "D1",
        Subject.UNKNOWN,
        List.of(values));
  }

  static DxaRow.Value spine(double density) {
    return new DxaRow.Value(Site.L1_L4, Laterality.UNPAIRED, density);
  }

  static DxaRow.Value hip(Laterality side, double density) {
    return new DxaRow.Value(Site.TOTAL_HIP, side, density);
  }

  static DxaRows rows(DxaRow... rows) {
    return new DxaRows(List.of(rows), List.of(), List.of());
  }

  /** A hospital in which everything goes wrong now and then. */
  static List<Film> films(SplittableRandom random) {
    List<Film> films = new ArrayList<>();
    int count = random.nextInt(1, 30);
    for (int i = 0; i < count; i++) {
      if (random.nextInt(10) == 0) {
        films.add(refused("f" + i));
        continue;
      }
      films.add(
          film(
              "f" + i,
              random.nextInt(12) == 0 ? Optional.empty() : Optional.of("P" + random.nextInt(1, 12)),
              random.nextInt(12) == 0
                  ? Optional.empty()
                  : Optional.of(DAY.plusDays(random.nextInt(-200, 200))),
              switch (random.nextInt(8)) {
                case 0 -> Optional.empty();
                case 1, 2 -> Optional.of(View.HIP_AP);
                default -> Optional.of(View.LUMBAR_AP);
              },
              random.nextInt(PICTURES.size())));
    }
    return films;
  }

  static DxaRows dxa(SplittableRandom random) {
    List<DxaRow> rows = new ArrayList<>();
    List<DxaFault> faults = new ArrayList<>();
    int count = random.nextInt(0, 25);
    for (int i = 0; i < count; i++) {
      if (random.nextInt(10) == 0) {
        faults.add(new DxaFault("line " + i, DxaFault.Reason.BAD_DATE, "No date.", "Correct it."));
        continue;
      }
      LocalDate date = DAY.plusDays(random.nextInt(-300, 300));
      double density = random.nextDouble(0.5, 1.3);
      rows.add(
          row(
              "P" + random.nextInt(1, 14),
              date,
              random.nextBoolean()
                  ? spine(density)
                  : hip(random.nextBoolean() ? Laterality.LEFT : Laterality.RIGHT, density)));
    }
    return new DxaRows(rows, faults, List.of());
  }
}
