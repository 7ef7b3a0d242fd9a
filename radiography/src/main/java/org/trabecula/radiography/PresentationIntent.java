package org.trabecula.radiography;

/** Presentation Intent Type (0008,0068): whether the maker's display processing was applied. */
public enum PresentationIntent {
  FOR_PROCESSING,
  FOR_PRESENTATION,
  UNKNOWN
}
