package org.trabecula.densitometry;

/** The answer to "is the bone density low?". There is no answer that rules disease out. */
public enum Call {
  LIKELY_LOW(
      "likely low",
      "Low bone density is likely: confirm by DXA. This estimate neither proves nor rules out"
          + " osteoporosis."),
  UNDETERMINED(
      "undetermined",
      "The estimate cannot tell whether bone density is low. It does not rule out osteoporosis."),
  UNLIKELY_LOW(
      "unlikely low",
      "Low bone density is unlikely by this estimate. It does not rule out osteoporosis or a"
          + " fracture.");

  private final String label;
  private final String sentence;

  Call(String label, String sentence) {
    this.label = label;
    this.sentence = sentence;
  }

  /** The call in a table, for instance {@code likely low}. */
  public String label() {
    return label;
  }

  /** The call for a reader, with its limit. */
  public String sentence() {
    return sentence;
  }
}
