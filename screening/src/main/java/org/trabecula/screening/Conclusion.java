package org.trabecula.screening;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.trabecula.densitometry.Call;
import org.trabecula.densitometry.CallPolicy;
import org.trabecula.densitometry.Site;

/**
 * The calls of a film. A site that is not in view can raise the alarm, never lower it.
 *
 * @param lumbar the spine's result that decides: L1-L4, otherwise L2-L4; if it has a call
 * @param femur the hip's result that decides: neck or total hip, whichever is likelier low; if it
 *     has a call
 * @param overall the film's
 */
public record Conclusion(Optional<SiteResult> lumbar, Optional<SiteResult> femur, Call overall) {

  /** Draws the conclusion from all sites of a film. */
  public static Conclusion of(Collection<SiteResult> sites) {
    List<SiteResult> judged =
        sites.stream().filter(result -> result.judgement().isPresent()).toList();
    Optional<SiteResult> lumbar = first(judged, Site.L1_L4).or(() -> first(judged, Site.L2_L4));
    Optional<SiteResult> femur =
        judged.stream()
            .filter(r -> r.site() == Site.FEMORAL_NECK || r.site() == Site.TOTAL_HIP)
            .max(Comparator.comparingDouble(Conclusion::probabilityLow));
    return new Conclusion(lumbar, femur, overall(lumbar, femur));
  }

  private static Call overall(Optional<SiteResult> lumbar, Optional<SiteResult> femur) {
    Optional<Call> spine = lumbar.map(Conclusion::call);
    Optional<Call> hip = femur.map(Conclusion::call);
    if (spine.equals(Optional.of(Call.LIKELY_LOW)) || hip.equals(Optional.of(Call.LIKELY_LOW))) {
      return Call.LIKELY_LOW;
    }
    List<Call> shown =
        Stream.of(lumbar, femur)
            .flatMap(Optional::stream)
            .filter(SiteResult::inView)
            .map(Conclusion::call)
            .toList();
    boolean unlikely =
        !shown.isEmpty() && shown.stream().allMatch(call -> call == Call.UNLIKELY_LOW);
    return unlikely ? Call.UNLIKELY_LOW : Call.UNDETERMINED;
  }

  private static Optional<SiteResult> first(List<SiteResult> results, Site site) {
    return results.stream().filter(result -> result.site() == site).findFirst();
  }

  private static double probabilityLow(SiteResult result) {
    return result.judgement().map(CallPolicy.Judgement::probabilityLow).orElse(0.0);
  }

  private static Call call(SiteResult result) {
    return result.judgement().map(CallPolicy.Judgement::call).orElse(Call.UNDETERMINED);
  }
}
