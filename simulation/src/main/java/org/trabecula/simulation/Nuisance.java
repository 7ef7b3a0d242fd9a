package org.trabecula.simulation;

import java.util.List;
import java.util.Locale;
import org.trabecula.simulation.Technique.Range;
import org.trabecula.simulation.look.Look;

/** What makes a film harder to read, and can be held still to see what it costs. */
public enum Nuisance {
  /** Tube voltage: 80 kV. */
  VOLTAGE {
    @Override
    Protocol heldStill(Protocol p) {
      return p.with(p.technique().atKvp(Range.only(80)));
    }
  },
  /** Grid: 10:1 on every film. */
  GRID {
    @Override
    Protocol heldStill(Protocol p) {
      return p.with(p.technique().behindGrid(10));
    }
  },
  /** Scatter: as tabled. */
  SCATTER {
    @Override
    Protocol heldStill(Protocol p) {
      return p.with(p.technique().withScatter(1));
    }
  },
  /** Dose: the detector's reference dose. */
  DOSE {
    @Override
    Protocol heldStill(Protocol p) {
      return p.with(p.technique().withDose(1));
    }
  },
  /** Look: every film for processing, none saved as JPEG. */
  LOOK {
    @Override
    Protocol heldStill(Protocol p) {
      return p.with(new Look.Mixture(p.mixture().families(), 1, 0, p.mixture().monochrome1()));
    }
  },
  /** Tags: all that a department can know reaches the reader. */
  TAGS {
    @Override
    Protocol heldStill(Protocol p) {
      Look.Mixture m = p.mixture();
      return p.with(new Known(1, 1, 1, 1, 1))
          .with(new Look.Mixture(m.families(), m.raw(), 0, m.monochrome1()));
    }
  };

  /** The protocol with this held still. */
  abstract Protocol heldStill(Protocol protocol);

  /** The name in commands. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * The nuisance of that name.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static Nuisance of(String code) {
    for (Nuisance nuisance : values()) {
      if (nuisance.code().equals(code)) {
        return nuisance;
      }
    }
    throw new IllegalArgumentException(
        "Nothing called '%s' can be held still; it is one of %s"
            .formatted(code, List.of(values()).stream().map(Nuisance::code).toList()));
  }
}
