package org.trabecula.cohort.pairing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.trabecula.cohort.pairing.Draws.DAY;
import static org.trabecula.cohort.pairing.Draws.film;
import static org.trabecula.cohort.pairing.Draws.hip;
import static org.trabecula.cohort.pairing.Draws.row;
import static org.trabecula.cohort.pairing.Draws.rows;
import static org.trabecula.cohort.pairing.Draws.spine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trabecula.cohort.pairing.Exclusion.Reason;
import org.trabecula.cohort.pairing.dxa.DxaRow;
import org.trabecula.cohort.pairing.dxa.DxaRows;
import org.trabecula.cohort.pairing.film.Film;
import org.trabecula.cohort.pairing.report.CohortFiles;
import org.trabecula.densitometry.ScannerScale;
import org.trabecula.densitometry.Sex;
import org.trabecula.densitometry.Site;
import org.trabecula.densitometry.Subject;
import org.trabecula.radiography.Laterality;
import org.trabecula.radiography.View;

class PairingTest {
  private static final PairingSettings STANDARD = PairingSettings.STANDARD;
  private static final PairingSettings LOOSE =
      new PairingSettings(
          Window.ANY,
          new PatientIds(true, true, true),
          PairingSettings.Conflicts.KEEP,
          Optional.empty(),
          List.of("t_score"),
          false,
          1);

  @TempDir Path folder;

  private PairedCohort pair(PairingSettings settings, List<Film> films, DxaRows dxa) {
    return new Pairing(settings, Pseudonyms.numbered()).of(films, dxa, folder);
  }

  private Match.Found found(PairingSettings settings, Film film, DxaRow... dxa) {
    FilmOutcome outcome = pair(settings, List.of(film), rows(dxa)).films().getFirst();
    assertThat(outcome.exclusion()).isEmpty();
    return outcome.match().orElseThrow();
  }

  private Exclusion excluded(PairingSettings settings, Film film, DxaRow... dxa) {
    return pair(settings, List.of(film), rows(dxa)).films().getFirst().exclusion().orElseThrow();
  }

  private static Film hipFilm(Laterality side, Subject subject) {
    Film any = film("hip", "A", DAY, 0);
    return new Film(
        any.entry(),
        Draws.header(Optional.of("A"), Optional.of(DAY), Optional.of(View.HIP_AP), side, subject),
        Map.of(),
        any.picture(),
        Optional.empty());
  }

  @Test
  void theNearestExamWinsAndATieIsStated() {
    Match.Found near =
        found(
            STANDARD,
            film("f", "A", DAY, 0),
            row("A", DAY.minusDays(30), spine(0.8)),
            row("A", DAY.plusDays(20), spine(0.9)));
    assertThat(near.days()).hasValue(20);
    assertThat(near.tie()).isEmpty();
    Match.Found tie =
        found(
            STANDARD,
            film("f", "A", DAY, 0),
            row("A", DAY.plusDays(20), spine(0.9)),
            row("A", DAY.minusDays(20), spine(0.8)));
    assertThat(tie.days()).hasValue(-20);
    assertThat(tie.densities().measured(Site.L1_L4)).hasValue(0.8);
    assertThat(tie.tie().orElseThrow()).contains("20 days away");
  }

  @Test
  void theWindowIncludesItsLastDay() {
    Film film = film("f", "A", DAY, 0);
    assertThat(found(STANDARD, film, row("A", DAY.plusDays(180), spine(0.9))).days()).hasValue(180);
    Exclusion out = excluded(STANDARD, film, row("A", DAY.plusDays(181), spine(0.9)));
    assertThat(out.reason()).isEqualTo(Reason.NO_DXA_IN_WINDOW);
    assertThat(out.sentence()).isEqualTo("The nearest DXA is 181 days after, not within 180 days.");
  }

  @Test
  void aLumbarFilmTakesTheFemurOfAnotherDayToo() {
    Match.Found found =
        found(
            STANDARD,
            film("f", "A", DAY, 0),
            row("A", DAY.plusDays(3), spine(0.9)),
            row("A", DAY.plusDays(9), hip(Laterality.RIGHT, 0.7)),
            row("A", DAY.plusDays(40), hip(Laterality.LEFT, 0.6)));
    assertThat(found.densities().measured())
        .containsOnly(Map.entry(Site.L1_L4, 0.9), Map.entry(Site.TOTAL_HIP, 0.7));
    assertThat(found.femur()).isEqualTo(Laterality.RIGHT);
    assertThat(found.otherDays()).hasValue(9);
    assertThat(found.rows()).containsExactly(0, 1);
  }

  @Test
  void aLumbarFilmWithAFemurAloneIsStillOfUse() {
    Match.Found found =
        found(STANDARD, film("f", "A", DAY, 0), row("A", DAY, hip(Laterality.LEFT, 0.7)));
    assertThat(found.densities().measured()).containsOnlyKeys(Site.TOTAL_HIP);
    assertThat(found.days()).hasValue(0);
  }

  @Test
  void aRowHasOneScale() {
    DxaRow norland =
        new DxaRow(
            "n",
            "A",
            Optional.of(DAY),
            ScannerScale.NORLAND,
            "",
            Subject.UNKNOWN,
            List.of(hip(Laterality.LEFT, 0.7)));
    Match.Found found = found(STANDARD, film("f", "A", DAY, 0), row("A", DAY, spine(0.9)), norland);
    assertThat(found.scale()).isEqualTo(ScannerScale.LUNAR);
    assertThat(found.densities().measured()).containsOnlyKeys(Site.L1_L4);
  }

  @Test
  void aHipFilmTakesItsOwnSide() {
    DxaRow both = row("A", DAY, hip(Laterality.LEFT, 0.6), hip(Laterality.RIGHT, 0.8));
    assertThat(
            found(STANDARD, hipFilm(Laterality.RIGHT, Subject.UNKNOWN), both)
                .densities()
                .measured(Site.TOTAL_HIP))
        .hasValue(0.8);
    assertThat(
            found(STANDARD, hipFilm(Laterality.BOTH, Subject.UNKNOWN), both)
                .densities()
                .measured(Site.TOTAL_HIP))
        .hasValue(0.6);
    Exclusion out =
        excluded(
            STANDARD,
            hipFilm(Laterality.RIGHT, Subject.UNKNOWN),
            row("A", DAY, hip(Laterality.LEFT, 0.6), spine(0.9)));
    assertThat(out.reason()).isEqualTo(Reason.NO_DENSITY_OF_VIEW);
    assertThat(out.sentence()).contains("the other hip");
  }

  @Test
  void twoPersonsOfOneIdAreNotPaired() {
    Subject man =
        new Subject(
            Optional.of(Sex.MALE),
            OptionalDouble.empty(),
            OptionalDouble.empty(),
            OptionalDouble.empty());
    Subject woman =
        new Subject(
            Optional.of(Sex.FEMALE),
            OptionalDouble.of(70),
            OptionalDouble.empty(),
            OptionalDouble.empty());
    DxaRow hers =
        new DxaRow(
            "r",
            "A",
            Optional.of(DAY),
            ScannerScale.LUNAR,
            "",
            woman,
            List.of(hip(Laterality.LEFT, 0.7)));
    assertThat(excluded(STANDARD, hipFilm(Laterality.LEFT, man), hers).reason())
        .isEqualTo(Reason.SEX_DIFFERS);
    PairedCohort cohort = pair(STANDARD, List.of(hipFilm(Laterality.LEFT, woman)), rows(hers));
    assertThat(cohort.manifest().rows().getFirst().subject().ageYears()).hasValue(70);
  }

  @Test
  void identifiersAreExactUnlessLoosened() {
    Film film = film("f", " 00-12a ", DAY, 0);
    DxaRow dxa = row("12A", DAY, spine(0.9));
    assertThat(excluded(STANDARD, film, dxa).reason()).isEqualTo(Reason.NO_DXA);
    assertThat(found(LOOSE, film, dxa).densities().measured(Site.L1_L4)).hasValue(0.9);
    assertThat(new PatientIds(true, false, false).normalised("000")).isEqualTo("0");
  }

  @Test
  void withoutAWindowADateMayBeMissing() {
    Film film = film("f", Optional.of("A"), Optional.empty(), Optional.of(View.LUMBAR_AP), 0);
    DxaRow dxa = row("A", DAY, spine(0.9));
    assertThat(excluded(STANDARD, film, dxa).reason()).isEqualTo(Reason.NO_DATE);
    assertThat(found(LOOSE, film, dxa).days()).isEmpty();
    assertThat(found(LOOSE, film, dxa, row("A", DAY.plusDays(1), spine(0.8))).tie()).isPresent();
  }

  @Test
  void linesOfOneExamThatContradictEachOtherAreNotUsed() {
    PairedCohort cohort =
        pair(
            STANDARD,
            List.of(film("f", "A", DAY, 0)),
            rows(
                row("A", DAY, spine(0.9), hip(Laterality.LEFT, 0.7)),
                row("A", DAY, spine(1.0)),
                row("A", DAY, hip(Laterality.LEFT, 0.7))));
    assertThat(cohort.contradictions()).singleElement().asString().contains("0.9 and 1.0 g/cm2");
    assertThat(cohort.films().getFirst().match().orElseThrow().densities().measured())
        .containsOnlyKeys(Site.TOTAL_HIP);
  }

  @Test
  void theFirstUsableCopyStays() {
    PairedCohort cohort =
        pair(
            STANDARD,
            List.of(
                film("far", "A", DAY.plusDays(900), 0),
                film("a", "A", DAY, 0),
                film("b", "A", DAY, 0)),
            rows(row("A", DAY, spine(0.9))));
    assertThat(cohort.films())
        .extracting(f -> f.exclusion().map(Exclusion::reason))
        .containsExactly(
            Optional.of(Reason.NO_DXA_IN_WINDOW), Optional.empty(), Optional.of(Reason.DUPLICATE));
    assertThat(cohort.films().getLast().exclusion().orElseThrow().sentence()).contains("'a'");
  }

  @Test
  void onePictureOfTwoPatientsIsAConflict() throws IOException {
    List<Film> films =
        List.of(
            film("a", "A", DAY, 0),
            film("b", "B", DAY, 0),
            film("a2", "A", DAY, 1),
            film("b2", "B", DAY, 2),
            film("c", "C", DAY, 3));
    DxaRows dxa =
        rows(row("A", DAY, spine(0.9)), row("B", DAY, spine(0.8)), row("C", DAY, spine(1)));
    PairedCohort out = pair(STANDARD, films, dxa);
    assertThat(out.groups()).singleElement().satisfies(g -> assertThat(g.isConflict()).isTrue());
    assertThat(out.flow().leftOut()).containsOnlyKeys("conflict of duplicates");
    assertThat(out.manifest().included().subjectIds()).containsExactly("S0001", "S0002");
    assertThat(out.joined()).containsOnly(Map.entry("S0001", 2));
    CohortFiles.write(out, folder);
    assertThat(folder.resolve("pairing.md"))
        .content()
        .contains("| 1 | b | S0001 | the same pixels as a (1.000) | different patients and")
        .contains("Subject S0001 stands for 2 patient ids");
    PairedCohort kept = pair(LOOSE, films, dxa);
    assertThat(kept.flow().included().radiographs()).isEqualTo(5);
  }

  @Test
  void labelsOfAListMustAgreeIfTheSettingsSaySo() {
    Film any = film("a", "A", DAY, 0);
    List<Film> films =
        List.of(
            new Film(
                any.entry(), any.header(), Map.of("t_score", "-1"), any.picture(), any.refusal()),
            new Film(
                any.entry(), any.header(), Map.of("t_score", "-2"), any.picture(), any.refusal()));
    DxaRows dxa = rows(row("A", DAY, spine(0.9)));
    assertThat(pair(LOOSE, films, dxa).groups().getFirst().contradictions())
        .containsExactly(DuplicateGroup.Contradiction.LABEL);
    assertThat(pair(STANDARD, films, dxa).groups().getFirst().isConflict()).isFalse();
  }

  @Test
  void aKeyMakesTheSameIdsInEveryRunAndTheLinksArePrivate() throws IOException {
    List<Film> films = List.of(film("x", "B", DAY, 1), film("a", "A\"", DAY, 0));
    Pairing keyed = new Pairing(STANDARD, Pseudonyms.keyed("0123456789abcdef".getBytes()));
    Map<String, String> one = keyed.of(films, DxaRows.NONE, folder).links();
    assertThat(keyed.of(films.reversed(), DxaRows.NONE, folder).links()).isEqualTo(one);
    assertThat(one.get("B")).matches("S-[0-9a-f]{16}");
    assertThatThrownBy(() -> Pseudonyms.keyed(new byte[15])).hasMessageContaining("16");
    Path file = folder.resolve("links.csv");
    CohortFiles.writeLinks(keyed.of(films, DxaRows.NONE, folder), file);
    assertThat(file).content().contains("\"A\"\"\"," + one.get("A\""));
    assertThat(Files.getPosixFilePermissions(file)).hasSize(2);
  }

  @Test
  void aRowsUseIsOneOfFive() {
    PairedCohort cohort =
        pair(
            STANDARD,
            List.of(film("a", "A", DAY, 0), film("b", "B", DAY, 1), film("b2", "C", DAY, 1)),
            rows(
                row("A", DAY, spine(0.9)),
                row("A", DAY.plusDays(900), spine(0.9)),
                row("B", DAY, spine(0.9)),
                row("D", DAY, spine(0.9))));
    assertThat(cohort.dxa())
        .extracting(DxaOutcome::use)
        .containsExactly(
            DxaOutcome.Use.PAIRED,
            DxaOutcome.Use.NOT_NEEDED,
            DxaOutcome.Use.RADIOGRAPH_LEFT_OUT,
            DxaOutcome.Use.NO_RADIOGRAPH);
  }
}
