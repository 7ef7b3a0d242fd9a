package org.trabecula.screening;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * The largest value of each check that passes the gate.
 *
 * @param limits one per check
 */
public record GateLimits(Map<GateCheck, Double> limits) {

  /** What holds where nothing was calibrated. */
  public static final GateLimits STANDARD = new GateLimits(Map.of());

  public GateLimits {
    Map<GateCheck, Double> complete = new EnumMap<>(GateCheck.class);
    for (GateCheck check : GateCheck.values()) {
      double limit = limits.getOrDefault(check, check.standardLimit());
      if (!(limit >= 0 && Double.isFinite(limit))) {
        throw new IllegalArgumentException("Limit of %s is %s".formatted(check.code(), limit));
      }
      complete.put(check, limit);
    }
    limits = Collections.unmodifiableMap(complete);
  }

  /** The limit of one check. */
  public double of(GateCheck check) {
    Double limit = limits.get(check);
    return limit == null ? check.standardLimit() : limit;
  }
}
