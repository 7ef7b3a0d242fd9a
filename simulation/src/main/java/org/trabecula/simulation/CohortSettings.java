package org.trabecula.simulation;

import java.util.Locale;
import org.trabecula.radiography.View;

/**
 * What a synthetic cohort is made of. The same settings make the same files.
 *
 * @param protocol how films are drawn
 * @param view of every film
 * @param subjects how many
 * @param seed of the cohort; with a subject's number it determines everything about the subject
 * @param filmsPerSubject looks taken of each subject
 * @param positionsPerSubject how often each subject is laid down anew; films take turns with them
 * @param pitchMm pixel pitch of the films on the detector, at most: narrow fields get a finer one,
 *     so that no side has fewer than 264 pixels
 * @param format of the films
 * @param keepProjections whether each exposure's areal masses are kept, so that further looks need
 *     no rays
 */
public record CohortSettings(
    Protocol protocol,
    View view,
    int subjects,
    long seed,
    int filmsPerSubject,
    int positionsPerSubject,
    double pitchMm,
    FilmFormat format,
    boolean keepProjections) {

  /** First seed of the reference cohorts: seeds from here on are never trained on. */
  public static final long REFERENCE_SEED = 1_000_000;

  public CohortSettings {
    if (subjects < 1 || filmsPerSubject < 1 || positionsPerSubject < 1) {
      throw new IllegalArgumentException(
          "%d subjects with %d films in %d positions"
              .formatted(subjects, filmsPerSubject, positionsPerSubject));
    }
    if (positionsPerSubject > filmsPerSubject) {
      throw new IllegalArgumentException(
          "%d positions are more than %d films".formatted(positionsPerSubject, filmsPerSubject));
    }
    if (!(pitchMm >= 0.1 && pitchMm <= 2)) {
      throw new IllegalArgumentException(
          "pitchMm is %s mm, not within 0.1 to 2".formatted(pitchMm));
    }
  }

  /** Settings that keep no projections. */
  public CohortSettings(
      Protocol protocol,
      View view,
      int subjects,
      long seed,
      int filmsPerSubject,
      int positionsPerSubject,
      double pitchMm,
      FilmFormat format) {
    this(
        protocol,
        view,
        subjects,
        seed,
        filmsPerSubject,
        positionsPerSubject,
        pitchMm,
        format,
        false);
  }

  /** A training cohort: four looks in one position per subject, films of 1 mm pitch. */
  public static CohortSettings training(View view, int subjects, long seed) {
    return new CohortSettings(Protocol.TRAINING, view, subjects, seed, 4, 1, 1.0, FilmFormat.DICOM);
  }

  /** A reference cohort, version 1: one film per subject. */
  public static CohortSettings referenceV1(View view, int subjects) {
    return new CohortSettings(
        Protocol.REFERENCE_V1, view, subjects, REFERENCE_SEED, 1, 1, 0.5, FilmFormat.DICOM);
  }

  /** The same subjects' numbers and films, drawn by another protocol. */
  public CohortSettings drawnBy(Protocol other) {
    return new CohortSettings(
        other,
        view,
        subjects,
        seed,
        filmsPerSubject,
        positionsPerSubject,
        pitchMm,
        format,
        keepProjections);
  }

  /** The same with another number of subjects. */
  public CohortSettings withSubjects(int count) {
    return new CohortSettings(
        protocol,
        view,
        count,
        seed,
        filmsPerSubject,
        positionsPerSubject,
        pitchMm,
        format,
        keepProjections);
  }

  /** The same, with or without each exposure's areal masses. */
  public CohortSettings keepingProjections(boolean keep) {
    return new CohortSettings(
        protocol,
        view,
        subjects,
        seed,
        filmsPerSubject,
        positionsPerSubject,
        pitchMm,
        format,
        keep);
  }

  /**
   * All that a subject's files depend on, one line each; the number of subjects is not part of it,
   * so that a cohort can be enlarged.
   */
  String fingerprint() {
    return String.format(
        Locale.ROOT,
        """
        schema=trabecula-cohort/5
        protocol=%s
        view=%s
        seed=%d
        films_per_subject=%d
        positions_per_subject=%d
        pitch_mm=%s
        format=%s
        %s\
        """,
        protocol,
        view.code(),
        seed,
        filmsPerSubject,
        positionsPerSubject,
        pitchMm,
        format,
        keepProjections ? "projections=kept\n" : "");
  }
}
