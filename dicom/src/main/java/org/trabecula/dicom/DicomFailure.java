package org.trabecula.dicom;

/** Why a file cannot be read or its pixels not decoded. Data, not an exception: a batch goes on. */
public sealed interface DicomFailure {
  /** The bytes are no DICOM data set. */
  record NotDicom(String reason) implements DicomFailure {}

  /** The bytes end before what was announced. */
  record Truncated(long offset, long missingBytes) implements DicomFailure {}

  /** The structure is broken. */
  record Malformed(long offset, String what) implements DicomFailure {}

  /** More is asked for than {@link Limits} grant. */
  record LimitExceeded(String what, long value, long limit) implements DicomFailure {}

  /** A data element that is needed is absent, empty or no number. */
  record MissingTag(int tag) implements DicomFailure {}

  /** There is no decoder for this transfer syntax. */
  record UnsupportedTransferSyntax(String uid, String name) implements DicomFailure {}

  /** The pixels have a form that is not decoded. */
  record UnsupportedPixels(String what) implements DicomFailure {}

  /** The pixel data contradict themselves or the header. */
  record DamagedPixels(String what) implements DicomFailure {}

  /** The failure in one sentence. */
  default String sentence() {
    return switch (this) {
      case NotDicom(String reason) -> "Not a DICOM file: " + reason + ".";
      case Truncated(long offset, long missing) ->
          "The file ends early: " + missing + " bytes are missing from offset " + offset + " on.";
      case Malformed(long offset, String what) ->
          "The file is broken at offset " + offset + ": " + what + ".";
      case LimitExceeded(String what, long value, long limit) ->
          "The file asks for too much: " + what + " " + value + ", at most " + limit + ".";
      case MissingTag(int tag) -> Tag.text(tag) + " is missing or unreadable.";
      case UnsupportedTransferSyntax(String uid, String name) ->
          "Transfer syntax " + name + " (" + uid + ") is not supported.";
      case UnsupportedPixels(String what) -> "Pixel data are not supported: " + what + ".";
      case DamagedPixels(String what) -> "Pixel data are damaged: " + what + ".";
    };
  }
}
