package org.trabecula.cohort.pairing.dxa;

import java.util.ArrayList;
import java.util.List;

/**
 * What was read: each line and each report is a row or a fault.
 *
 * @param notes what was left aside within rows that are used, one sentence each
 */
public record DxaRows(List<DxaRow> rows, List<DxaFault> faults, List<String> notes) {
  /** Nothing. */
  public static final DxaRows NONE = new DxaRows(List.of(), List.of(), List.of());

  public DxaRows {
    rows = List.copyOf(rows);
    faults = List.copyOf(faults);
    notes = List.copyOf(notes);
  }

  /** These and others. */
  public DxaRows and(DxaRows others) {
    return new DxaRows(
        joined(rows, others.rows), joined(faults, others.faults), joined(notes, others.notes));
  }

  /** Lines and reports that were read, whatever came of them. */
  public int count() {
    return rows.size() + faults.size();
  }

  private static <T> List<T> joined(List<T> first, List<T> second) {
    List<T> all = new ArrayList<>(first);
    all.addAll(second);
    return all;
  }
}
