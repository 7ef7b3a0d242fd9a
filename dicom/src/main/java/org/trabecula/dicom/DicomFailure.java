package org.trabecula.dicom;

import java.util.Locale;

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
          format("The file ends early: %d bytes are missing from offset %d on.", missing, offset);
      case Malformed(long offset, String what) ->
          format("The file is broken at offset %d: %s.", offset, what);
      case LimitExceeded(String what, long value, long limit) ->
          format("The file asks for too much: %s %d, at most %d.", what, value, limit);
      case MissingTag(int tag) -> Tag.text(tag) + " is missing or unreadable.";
      case UnsupportedTransferSyntax(String uid, String name) ->
          format("Transfer syntax %s (%s) is not supported.", name, uid);
      case UnsupportedPixels(String what) -> "Pixel data are not supported: " + what + ".";
      case DamagedPixels(String what) -> "Pixel data are damaged: " + what + ".";
    };
  }

  private static String format(String pattern, Object... values) {
    return String.format(Locale.ROOT, pattern, values);
  }
}
