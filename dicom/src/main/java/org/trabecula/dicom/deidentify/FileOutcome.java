package org.trabecula.dicom.deidentify;

import java.nio.file.Path;
import java.util.List;

/** What came of one file. */
public sealed interface FileOutcome {
  /**
   * The file was written.
   *
   * @param file below the output folder
   * @param changes of its attributes
   * @param pixels what was done to the pixels, in words
   * @param warning what a person has to look at; empty if nothing
   */
  record Written(Path file, List<AttributeChange> changes, String pixels, String warning)
      implements FileOutcome {
    /** Copies the list. */
    public Written {
      changes = List.copyOf(changes);
    }

    /** How many changes are of a kind. */
    public long count(AttributeChange.Kind kind) {
      return changes.stream().filter(change -> change.kind() == kind).count();
    }
  }

  /** Nothing was written; why, in one sentence that holds no value of the file. */
  record Refused(String sentence) implements FileOutcome {}
}
