package org.trabecula.screening;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.trabecula.densitometry.Site;
import org.trabecula.radiography.CanonicalView;
import org.trabecula.radiography.Radiograph;
import org.trabecula.radiography.Refusal;

/** What screening a radiograph gives: estimates, or the reason why there are none. */
public sealed interface Screening {
  /**
   * Densities were estimated.
   *
   * @param radiograph that was screened
   * @param request that was made
   * @param view that it was read as
   * @param canonical view that the network saw, with its frame on the radiograph
   * @param mineral areal mineral, g/cm², on the canonical grid
   * @param regions that were found
   * @param sites what is stated of each
   * @param conclusion the calls
   * @param reservations to be printed with the result
   * @param model that made it
   */
  record Estimated(
      Radiograph radiograph,
      ScreenRequest request,
      ViewDecision view,
      CanonicalView canonical,
      PixelMap mineral,
      List<RegionResult> regions,
      Map<Site, SiteResult> sites,
      Conclusion conclusion,
      List<Reservation> reservations,
      ModelPackage model)
      implements Screening {
    public Estimated {
      regions = List.copyOf(regions);
      sites = Collections.unmodifiableMap(new EnumMap<>(sites));
      reservations = List.copyOf(reservations);
    }
  }

  /** The film is not screened, and why. */
  record Declined(Radiograph radiograph, Refusal refusal) implements Screening {}
}
