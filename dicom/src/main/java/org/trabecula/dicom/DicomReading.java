package org.trabecula.dicom;

/** What reading a file came to. */
public sealed interface DicomReading {
  /** A data set. */
  record Parsed(DicomObject object) implements DicomReading {}

  /** None, and why. */
  record Failed(DicomFailure failure) implements DicomReading {}
}
