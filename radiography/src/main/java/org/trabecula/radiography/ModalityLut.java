package org.trabecula.radiography;

import java.util.List;
import java.util.Optional;
import org.trabecula.dicom.DataSet;
import org.trabecula.dicom.Tag;

/** From stored values to the maker's own units (PS3.3 C.11.1). */
sealed interface ModalityLut {
  /** Rescale slope and intercept. */
  record Linear(double slope, double intercept) implements ModalityLut {
    static final Linear IDENTITY = new Linear(1, 0);
  }

  /** An item of the Modality LUT Sequence. */
  record Table(LookupTable table) implements ModalityLut {}

  /** The transform of an image; the identity where it states none, or a slope of 0. */
  static ModalityLut of(DataSet data) {
    List<DataSet> items = data.items(Tag.ModalityLUTSequence);
    boolean signed = data.integer(Tag.PixelRepresentation).orElse(0) == 1;
    Optional<LookupTable> table =
        items.isEmpty() ? Optional.empty() : LookupTable.of(items.getFirst(), signed);
    if (table.isPresent()) {
      return new Table(table.get());
    }
    double slope = data.decimal(Tag.RescaleSlope).orElse(1);
    double intercept = data.decimal(Tag.RescaleIntercept).orElse(0);
    return slope == 0 ? Linear.IDENTITY : new Linear(slope, intercept);
  }

  /** The value in the maker's units. */
  default double apply(int stored) {
    return switch (this) {
      case Linear(double slope, double intercept) -> slope * stored + intercept;
      case Table(LookupTable table) -> table.at(stored);
    };
  }

  /** Whether larger stored values become smaller. */
  default boolean falling() {
    return switch (this) {
      case Linear(double slope, double intercept) -> slope < 0;
      case Table(LookupTable table) -> table.falling();
    };
  }
}
