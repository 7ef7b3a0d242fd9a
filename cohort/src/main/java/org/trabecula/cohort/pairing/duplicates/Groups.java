package org.trabecula.cohort.pairing.duplicates;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Things that belong together, by way of others too. The smallest index stands for its group. */
public final class Groups {
  private final int[] parent;

  /** Each of so many things is a group of its own. */
  public Groups(int size) {
    parent = new int[size];
    for (int i = 0; i < size; i++) {
      parent[i] = i;
    }
  }

  /** The groups of what is alike. */
  public static Groups of(int size, List<Likeness> pairs) {
    Groups groups = new Groups(size);
    pairs.forEach(pair -> groups.join(pair.first(), pair.second()));
    return groups;
  }

  /** Makes the groups of two things one. */
  public void join(int one, int other) {
    int a = first(one);
    int b = first(other);
    parent[Math.max(a, b)] = Math.min(a, b);
  }

  /** The smallest index of a thing's group. */
  public int first(int index) {
    int at = index;
    while (parent[at] != at) {
      parent[at] = parent[parent[at]];
      at = parent[at];
    }
    return at;
  }

  /** The groups of more than one, each in order, by their first. */
  public List<List<Integer>> several() {
    Map<Integer, List<Integer>> groups = new TreeMap<>();
    for (int i = 0; i < parent.length; i++) {
      groups.computeIfAbsent(first(i), first -> new ArrayList<>()).add(i);
    }
    return groups.values().stream().filter(group -> group.size() > 1).map(List::copyOf).toList();
  }
}
