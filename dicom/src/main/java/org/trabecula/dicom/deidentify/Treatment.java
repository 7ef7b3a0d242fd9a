package org.trabecula.dicom.deidentify;

/** What happens to one attribute of one object. */
enum Treatment {
  /** No rule touches it; the items of a sequence are treated one by one. */
  KEEP,
  /** An option keeps it. */
  KEEP_BY_OPTION,
  REMOVE,
  EMPTY,
  DUMMY,
  REPLACE_UID,
  PSEUDONYM,
  SHIFT_DATE,
  CLEAN_TEXT
}
