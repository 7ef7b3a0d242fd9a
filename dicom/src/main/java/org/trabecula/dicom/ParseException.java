package org.trabecula.dicom;

/** Carries a failure out of nested parsing; {@link DicomReader} turns it into a value. */
final class ParseException extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient DicomFailure failure;

  ParseException(DicomFailure failure) {
    super(failure.sentence(), null, false, false);
    this.failure = failure;
  }

  DicomFailure failure() {
    return failure;
  }
}
