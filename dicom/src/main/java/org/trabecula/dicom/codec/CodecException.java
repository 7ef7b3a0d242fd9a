package org.trabecula.dicom.codec;

/** A frame that cannot be decoded; the message fits into a sentence. */
public final class CodecException extends Exception {
  private static final long serialVersionUID = 1L;

  private final boolean unsupported;

  private CodecException(String message, boolean unsupported) {
    super(message, null, false, false);
    this.unsupported = unsupported;
  }

  /** The stream contradicts itself or what was announced. */
  public static CodecException damaged(String message) {
    return new CodecException(message, false);
  }

  /** The stream may be sound but has a form that is not decoded. */
  public static CodecException unsupported(String message) {
    return new CodecException(message, true);
  }

  /** Whether the form, not the content, is at fault. */
  public boolean isUnsupported() {
    return unsupported;
  }
}
