package org.trabecula.cohort.pairing;

import org.trabecula.radiography.Refusal;

/**
 * Why a radiograph is left out. Data, not an exception: the run goes on.
 *
 * @param reason the kind
 * @param sentence what is wrong, and where
 * @param advice what to do
 */
public record Exclusion(Reason reason, String sentence, String advice) {
  /** The kinds of reason, in the order in which they are asked for; labels do not change. */
  public enum Reason {
    UNREADABLE("file unreadable"),
    NOT_AN_IMAGE("not an image"),
    UNSUPPORTED_ENCODING("encoding not supported"),
    WRONG_MODALITY("wrong modality"),
    WRONG_ANATOMY("wrong anatomy"),
    WRONG_VIEW("wrong projection"),
    UNUSABLE_IMAGE("image too small or empty"),
    VIEW_UNKNOWN("view unknown"),
    NO_PATIENT("no patient id"),
    NO_DATE("no date of the radiograph"),
    NO_DXA("no DXA of this patient"),
    NO_DXA_IN_WINDOW("no DXA within the window"),
    NO_DENSITY_OF_VIEW("no density at the sites of the view"),
    SEX_DIFFERS("sex differs between radiograph and DXA"),
    CONFLICT("conflict of duplicates"),
    DUPLICATE("duplicate"),
    NEAR_DUPLICATE("near-duplicate");

    private final String label;

    Reason(String label) {
      this.label = label;
    }

    /** The reason in a few words, as files and the flow diagram have it. */
    public String label() {
      return label;
    }
  }

  public Exclusion {
    if (sentence.isBlank() || advice.isBlank()) {
      throw new IllegalArgumentException("An exclusion needs sentence and advice");
    }
  }

  /** What a refused file is left out for. */
  static Exclusion of(Refusal refusal) {
    Reason reason =
        switch (refusal.reason()) {
          case UNREADABLE -> Reason.UNREADABLE;
          case NOT_AN_IMAGE -> Reason.NOT_AN_IMAGE;
          case UNSUPPORTED_ENCODING -> Reason.UNSUPPORTED_ENCODING;
          case WRONG_MODALITY -> Reason.WRONG_MODALITY;
          case WRONG_ANATOMY -> Reason.WRONG_ANATOMY;
          case WRONG_VIEW -> Reason.WRONG_VIEW;
          case TOO_SMALL, BAD_EXPOSURE, REGION_OUTSIDE_FIELD, METAL, UNLIKE_TRAINING ->
              Reason.UNUSABLE_IMAGE;
        };
    return new Exclusion(reason, refusal.sentence(), refusal.advice());
  }
}
