package org.trabecula.screening;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.trabecula.radiography.CanonicalView;
import org.trabecula.radiography.Field;
import org.trabecula.radiography.Laterality;
import org.trabecula.radiography.Radiograph;
import org.trabecula.radiography.Refusal;
import org.trabecula.radiography.Refusal.Reason;
import org.trabecula.radiography.View;

/**
 * Decides which view a film shows: what the user or the header claims, checked by a network. Each
 * way of framing the film is shown to the network as that view; it must recognise it, the more
 * readily if it is what is claimed.
 */
final class ViewFinder {
  private static final Refusal NOTHING =
      new Refusal(
          Reason.WRONG_ANATOMY,
          "The film does not look like a frontal lumbar spine or a frontal hip.",
          "Give a frontal radiograph of the lumbar spine or of one hip, its grey scale unchanged.");

  /** How much more often a film shows the view that is claimed for it than not: a judgement. */
  private static final double CLAIM_ODDS = 9;

  private final ViewNetwork network;
  private final double minimum;

  ViewFinder(ViewNetwork network, double minimum) {
    this.network = network;
    this.minimum = minimum;
  }

  /** What the finder decides. */
  sealed interface Finding {}

  /** The film, described and framed as what it shows. */
  record Found(
      ViewDecision decision,
      Radiograph film,
      CanonicalView canonical,
      List<Reservation> reservations)
      implements Finding {}

  /** The film shows nothing that is screened. */
  record NotFound(Refusal refusal) implements Finding {}

  /**
   * A film framed in one way.
   *
   * @param probability that the network gives the framing's view
   * @param score the same after the claim of user or header was weighed in, by Bayes' rule
   */
  private record Candidate(
      Framing framing,
      Radiograph film,
      CanonicalView canonical,
      double probability,
      double score) {}

  static double weighed(double probability, boolean claimed) {
    double odds = claimed ? CLAIM_ODDS : 1;
    return odds * probability / (odds * probability + 1 - probability);
  }

  Finding find(Radiograph radiograph, Optional<View> stated) {
    Radiograph.Description known = radiograph.description();
    Optional<View> claimed = stated.or(known::view);
    List<Candidate> candidates = candidates(radiograph, claimed);
    Candidate best = best(candidates);
    if (best.score < minimum) {
      return new NotFound(unrecognised(candidates));
    }
    List<Candidate> recognised =
        candidates.stream()
            .filter(c -> claimed.isEmpty() || claimed.get() == c.framing.view())
            .filter(c -> c.score >= minimum)
            .toList();
    if (recognised.isEmpty() && stated.isPresent()) {
      return contradiction(stated.get(), best);
    }
    Candidate chosen = recognised.isEmpty() ? best : sided(recognised, known.laterality());
    if (UprightFilm.betterTurned(chosen.probability, turned(chosen, 2))) {
      return new NotFound(UprightFilm.upsideDown(chosen.framing.view()));
    }
    List<Reservation> reservations = new ArrayList<>();
    if (recognised.isEmpty()) {
      reservations.add(viewAssumed(chosen));
    }
    lateralityAssumed(chosen, known.laterality()).ifPresent(reservations::add);
    ViewDecision decision =
        new ViewDecision(chosen.framing.view(), chosen.framing.laterality(), chosen.probability);
    return new Found(decision, chosen.film, chosen.canonical, reservations);
  }

  private List<Candidate> candidates(Radiograph radiograph, Optional<View> claimed) {
    Field field = Field.of(radiograph);
    List<Candidate> candidates = new ArrayList<>();
    for (Framing framing : Framing.values()) {
      Radiograph film = radiograph.describedBy(described(radiograph.description(), framing));
      CanonicalView canonical = CanonicalView.of(film, framing.view(), field);
      double probability = probability(canonical.samples(), framing);
      boolean isClaimed = claimed.filter(v -> v == framing.view()).isPresent();
      double score = weighed(probability, isClaimed);
      candidates.add(new Candidate(framing, film, canonical, probability, score));
    }
    return candidates;
  }

  private double probability(float[] samples, Framing framing) {
    float shown = network.run(samples)[framing.expected().ordinal()];
    // A number that is none recognises nothing.
    return shown >= 0 ? Math.min(shown, 1.0) : 0;
  }

  /** The probability after some quarter turns. */
  private double turned(Candidate candidate, int quarters) {
    return probability(QuarterTurns.of(candidate.canonical.samples(), quarters), candidate.framing);
  }

  /** Why a film is not recognised, as far as can be told. */
  private Refusal unrecognised(List<Candidate> candidates) {
    double grain = Exposure.grain(candidates.getFirst().canonical);
    if (grain > GateCheck.GRAIN.standardLimit()) {
      return Exposure.drowned(grain);
    }
    Refusal why = NOTHING;
    double most = UprightFilm.LEAST;
    for (Candidate candidate : candidates) {
      for (int quarters = 1; quarters < 4; quarters++) {
        double probability = turned(candidate, quarters);
        if (probability > most) {
          most = probability;
          View view = candidate.framing.view();
          why = quarters == 2 ? UprightFilm.upsideDown(view) : UprightFilm.lying(view);
        }
      }
    }
    return why;
  }

  private static Radiograph.Description described(Radiograph.Description known, Framing framing) {
    return new Radiograph.Description(
        known.spacing(),
        Optional.of(framing.view()),
        framing.laterality(),
        known.intent(),
        known.acquisition(),
        known.subject());
  }

  /** The best recognised; the first of equals. */
  private static Candidate best(List<Candidate> candidates) {
    return candidates.stream()
        .max(
            Comparator.comparingDouble(Candidate::score)
                .thenComparingInt(c -> -c.framing.ordinal()))
        .orElseThrow();
  }

  /** The side that the header tells, if it is recognised; otherwise the best. */
  private static Candidate sided(List<Candidate> recognised, Laterality laterality) {
    return recognised.stream()
        .filter(c -> c.framing.view() == View.HIP_AP && c.framing.laterality() == laterality)
        .findFirst()
        .orElseGet(() -> best(recognised));
  }

  private static Reservation viewAssumed(Candidate chosen) {
    return new Reservation(
        Reservation.Kind.VIEW_ASSUMED,
        "The header tells another view; the film was read as %s, which it shows."
            .formatted(chosen.framing.view().code()));
  }

  private static Optional<Reservation> lateralityAssumed(Candidate chosen, Laterality header) {
    if (chosen.framing.view() != View.HIP_AP || chosen.framing.laterality() == header) {
      return Optional.empty();
    }
    String side = chosen.framing == Framing.LEFT_HIP ? "left" : "right";
    return Optional.of(
        new Reservation(
            Reservation.Kind.LATERALITY_ASSUMED,
            header == Laterality.LEFT || header == Laterality.RIGHT
                ? "The header tells the other side; the film looks like a %s hip.".formatted(side)
                : "The side is not stated; the film was read as a %s hip.".formatted(side)));
  }

  private static Finding contradiction(View stated, Candidate best) {
    return new NotFound(
        new Refusal(
            Reason.WRONG_VIEW,
            "The film is stated to be %s but looks like %s."
                .formatted(stated.code(), best.framing.view().code()),
            "State the view that the film shows, or none."));
  }
}
