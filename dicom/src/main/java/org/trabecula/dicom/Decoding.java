package org.trabecula.dicom;

/** What decoding a frame came to. */
public sealed interface Decoding {
  /** The stored values. */
  record Decoded(Frame frame) implements Decoding {}

  /** None, and why. */
  record Failed(DicomFailure failure) implements Decoding {}
}
