package org.trabecula.validation.monitoring;

import java.util.List;
import java.util.Optional;
import org.trabecula.densitometry.StandardNormal;

/** The baseline of a share: how many of how many films. */
final class ShareFit {
  private ShareFit() {}

  /** Fits a baseline to readings of 0 and 1. */
  static Fit of(List<Reading> readings, Period period) {
    List<Group> groups = Group.of(readings, period, Reading::value);
    Optional<String> tooFew = PhaseOne.tooFew(readings.size(), groups.size(), period);
    if (tooFew.isPresent()) {
      return new Fit.NotEnough(tooFew.get());
    }
    Optional<List<Group>> kept = PhaseOne.cleaned(groups, ShareFit::unlikeness);
    if (kept.isEmpty()) {
      return new Fit.NotEnough(
          "The baseline is not steady itself: more than a quarter of its periods differ from the"
              + " rest");
    }
    List<Group> used = kept.get();
    int films = films(used);
    int events = events(used);
    double share = (double) events / films;
    double correlation =
        PhaseOne.autocorrelation(
            used.size(), i -> (used.get(i).mean() - share) * Math.sqrt(used.get(i).n()));
    return PhaseOne.tooFew(films, used.size(), period)
        .or(() -> PhaseOne.dependent(correlation, used.size()))
        .<Fit>map(Fit.NotEnough::new)
        .orElseGet(() ->
            new Fit.Fitted(
                new Baseline.Share(
                    events, films, used.size(), groups.size() - used.size(), correlation)));
  }

  private static double unlikeness(Group group, List<Group> others) {
    double below =
        BetaBinomial.predicted(group.n(), events(others), films(others)).middle(group.events());
    return StandardNormal.quantile(Math.clamp(below, 1e-15, 1 - 1e-15));
  }

  private static int films(List<Group> groups) {
    return groups.stream().mapToInt(Group::n).sum();
  }

  private static int events(List<Group> groups) {
    return groups.stream().mapToInt(Group::events).sum();
  }
}
