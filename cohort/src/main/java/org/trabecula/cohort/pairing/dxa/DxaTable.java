package org.trabecula.cohort.pairing.dxa;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.trabecula.cohort.pairing.sheet.Sheet;

/** Reads the DXA results of a CSV or XLSX table. */
public final class DxaTable {
  private DxaTable() {}

  /**
   * Reads a table.
   *
   * @throws org.trabecula.cohort.pairing.sheet.MalformedTableException if the table as a whole
   *     cannot be understood; what is wrong with one line is a fault instead
   */
  public static DxaRows read(Path file, DxaResults.Format format) throws IOException {
    Optional<ColumnMapping> mapping = format.mapping();
    Sheet sheet = Sheet.read(file, mapping.map(ColumnMapping::format).orElse(Sheet.Format.ANY));
    ColumnMapping columns =
        mapping.isPresent() ? mapping.get() : ColumnMapping.standard(sheet, format.scale());
    columns.check(sheet);
    List<DxaRow> rows = new ArrayList<>();
    List<DxaFault> faults = new ArrayList<>();
    for (Sheet.Line line : sheet.lines()) {
      try {
        rows.add(new DxaLine(sheet, line, columns).row());
      } catch (RowProblem problem) {
        faults.add(problem.at(sheet.origin(line)));
      }
    }
    return new DxaRows(rows, faults, List.of());
  }
}
