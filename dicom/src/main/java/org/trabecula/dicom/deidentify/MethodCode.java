package org.trabecula.dicom.deidentify;

import org.trabecula.dicom.DataSet;
import org.trabecula.dicom.Tag;

/** Items of the De-identification Method Code Sequence (PS3.16 CID 7050). */
final class MethodCode {
  static final DataSet BASIC = of("113100", "Basic Application Confidentiality Profile");
  static final DataSet CLEAN_PIXELS = of("113101", "Clean Pixel Data Option");

  private MethodCode() {}

  /** A code of scheme DCM; the meaning is cut to what an LO holds. */
  static DataSet of(String code, String meaning) {
    return DataSet.builder()
        .put(Tag.CodeValue, code)
        .put(Tag.CodingSchemeDesignator, "DCM")
        .put(Tag.CodeMeaning, meaning.substring(0, Math.min(meaning.length(), 64)))
        .build();
  }
}
