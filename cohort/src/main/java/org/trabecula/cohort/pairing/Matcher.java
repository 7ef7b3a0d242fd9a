package org.trabecula.cohort.pairing;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Predicate;
import org.trabecula.cohort.Densities;
import org.trabecula.cohort.pairing.Exclusion.Reason;
import org.trabecula.cohort.pairing.film.Film;
import org.trabecula.densitometry.Sex;
import org.trabecula.densitometry.Site;
import org.trabecula.radiography.Laterality;
import org.trabecula.radiography.View;

/**
 * Finds the exam of a film: same patient, within the window, nearest in time; of two as near, the
 * earlier. A lumbar film takes the spine's densities and the femur's too; a hip film takes those of
 * its femur.
 */
record Matcher(Exams exams, PatientIds ids, Window window) {
  private static final String CHECK_ID =
      "Check the patient id in both; the rules of comparison can be loosened.";

  /** For a film whose view and patient are known. */
  Match match(Film.Header film) {
    View view = film.view().orElseThrow();
    if (film.date().isEmpty() && window.days().isPresent()) {
      return none(
          Reason.NO_DATE,
          "The date of the radiograph is not stated.",
          "State it in a list, or pair without a window.");
    }
    List<Exam> all = exams.of(ids.normalised(film.patient().orElseThrow()));
    if (all.isEmpty()) {
      return none(Reason.NO_DXA, "No DXA result has this patient id.", CHECK_ID);
    }
    List<Exam> near = all.stream().filter(exam -> window.holds(days(film, exam))).toList();
    if (near.isEmpty()) {
      return none(
          Reason.NO_DXA_IN_WINDOW,
          nearest(film, all),
          "Widen the window if your question allows it, or look for a nearer scan.");
    }
    Predicate<Exam> spine = exam -> !exam.spine().isEmpty();
    Predicate<Exam> femur = exam -> exam.femur(film.side()).isPresent();
    Choice own = choose(film, near, view == View.LUMBAR_AP ? spine : femur);
    Choice other = view == View.LUMBAR_AP ? choose(film, near, femur) : Choice.NOTHING;
    return found(film, own, other, near);
  }

  private Match found(Film.Header film, Choice own, Choice other, List<Exam> near) {
    Choice main = own.exam.isPresent() ? own : other;
    if (main.exam.isEmpty()) {
      boolean otherSide = near.stream().anyMatch(exam -> !exam.femurs().isEmpty());
      return none(
          Reason.NO_DENSITY_OF_VIEW,
          otherSide
              ? "The patient's DXA measured the other hip."
              : "The patient's DXA measured none of the sites that the view shows.",
          "Look for the missing scan; nothing else can be done.");
    }
    Exam exam = main.exam.get();
    if (contradict(film.subject().sex(), exam.subject().sex())) {
      return none(
          Reason.SEX_DIFFERS,
          "Radiograph and DXA result do not agree on the patient's sex.",
          "Check that both are of one person.");
    }
    // One row has one scale: what another maker's scanner measured is not mixed in.
    boolean usable = other.exam.filter(e -> e.scale() == exam.scale()).isPresent();
    return taken(film, main, usable ? other : Choice.NOTHING);
  }

  private static boolean contradict(Optional<Sex> one, Optional<Sex> other) {
    return one.isPresent() && other.isPresent() && !one.equals(other);
  }

  /**
   * @param second whose femur a lumbar film takes beside the first one's spine
   */
  private static Match taken(Film.Header film, Choice first, Choice second) {
    boolean lumbar = film.view().orElseThrow() == View.LUMBAR_AP;
    Exam exam = first.exam.orElseThrow();
    Map<Site, Double> sites = new EnumMap<>(Site.class);
    Set<Integer> rows = new LinkedHashSet<>(exam.rows());
    if (lumbar) {
      sites.putAll(exam.spine());
    }
    Laterality side = Laterality.UNPAIRED;
    Choice hip = lumbar ? second : first;
    if (hip.exam.isPresent()) {
      Exam.Femur femur = hip.exam.get().femur(film.side()).orElseThrow();
      sites.putAll(femur.densities());
      rows.addAll(hip.exam.get().rows());
      side = femur.side();
    }
    OptionalLong otherDays =
        second.exam.filter(e -> !e.equals(exam)).isPresent()
            ? days(film, second.exam.get())
            : OptionalLong.empty();
    return new Match.Found(
        new Densities(sites, Map.of()),
        exam.scale(),
        exam.scanner(),
        exam.subject(),
        days(film, exam),
        otherDays,
        side,
        rows,
        first.tie.or(() -> second.tie));
  }

  private record Choice(Optional<Exam> exam, Optional<String> tie) {
    static final Choice NOTHING = new Choice(Optional.empty(), Optional.empty());
  }

  private static Choice choose(Film.Header film, List<Exam> near, Predicate<Exam> usable) {
    List<Exam> sorted =
        near.stream()
            .filter(usable)
            .sorted(
                Comparator.<Exam>comparingLong(exam -> distance(film, exam))
                    .thenComparingLong(exam -> days(film, exam).orElse(0)))
            .toList();
    if (sorted.isEmpty()) {
      return Choice.NOTHING;
    }
    boolean tie =
        sorted.size() > 1 && distance(film, sorted.get(0)) == distance(film, sorted.get(1));
    String distance =
        days(film, sorted.get(0)).isEmpty()
            ? "at unknown distances"
            : distance(film, sorted.get(0)) + " days away";
    return new Choice(
        Optional.of(sorted.getFirst()),
        tie
            ? Optional.of(
                "Two DXA exams are equally near, %s; the earlier, or the first of the table, is taken."
                    .formatted(distance))
            : Optional.empty());
  }

  private static long distance(Film.Header film, Exam exam) {
    OptionalLong days = days(film, exam);
    return days.isPresent() ? Math.abs(days.getAsLong()) : Long.MAX_VALUE;
  }

  private static OptionalLong days(Film.Header film, Exam exam) {
    return Window.between(film.date(), exam.date());
  }

  private String nearest(Film.Header film, List<Exam> all) {
    long[] days =
        all.stream().map(exam -> days(film, exam)).flatMapToLong(OptionalLong::stream).toArray();
    if (days.length == 0) {
      return "No DXA result of the patient has a date.";
    }
    long nearest = days[0];
    for (long other : days) {
      nearest = Math.abs(other) < Math.abs(nearest) ? other : nearest;
    }
    return "The nearest DXA is %d days %s, not %s."
        .formatted(Math.abs(nearest), nearest < 0 ? "before" : "after", window.words());
  }

  private static Match none(Reason reason, String sentence, String advice) {
    return new Match.None(new Exclusion(reason, sentence, advice));
  }
}
