package org.trabecula.cohort.pairing;

import java.util.List;
import java.util.Set;
import org.trabecula.cohort.pairing.duplicates.Likeness;

/**
 * Radiographs that are one picture.
 *
 * @param members indices of the films, in order
 * @param pairs which of them are alike, and how
 * @param contradictions in what the members differ though they are one picture; empty if in nothing
 */
public record DuplicateGroup(
    List<Integer> members, List<Likeness> pairs, Set<Contradiction> contradictions) {
  /** In what one picture contradicts itself. */
  public enum Contradiction {
    SUBJECT("different patients"),
    LABEL("different labels");

    private final String label;

    Contradiction(String label) {
      this.label = label;
    }

    /** The contradiction in a few words. */
    public String label() {
      return label;
    }
  }

  public DuplicateGroup {
    members = List.copyOf(members);
    pairs = List.copyOf(pairs);
    contradictions = Set.copyOf(contradictions);
  }

  /** Whether its members contradict each other. */
  public boolean isConflict() {
    return !contradictions.isEmpty();
  }
}
