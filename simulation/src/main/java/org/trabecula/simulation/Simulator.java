package org.trabecula.simulation;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.trabecula.densitometry.Subject;
import org.trabecula.radiography.Acquisition;
import org.trabecula.radiography.Laterality;
import org.trabecula.radiography.PixelSpacing;
import org.trabecula.radiography.PresentationIntent;
import org.trabecula.radiography.Radiograph.Description;
import org.trabecula.radiography.StoredImage;
import org.trabecula.simulation.decoy.Decoy;
import org.trabecula.simulation.look.Darkroom;
import org.trabecula.simulation.look.Look;
import org.trabecula.simulation.look.Rendering;
import org.trabecula.simulation.physics.DetectorImage;
import org.trabecula.simulation.physics.Exposure;
import org.trabecula.simulation.physics.ImageChain;
import org.trabecula.simulation.projection.ArealMasses;
import org.trabecula.simulation.projection.Positioning;
import org.trabecula.simulation.projection.Projection;

/** Exposes and develops films. Everything is a function of its arguments and the seed. */
public final class Simulator {
  /** Working pitch where none is asked for, mm: finer than any truth map, coarser than a panel. */
  public static final double DEFAULT_PITCH_MM = 0.5;

  /** Number of the draw that decides a subject's population. */
  static final int POPULATION_DRAW = -1;

  private final Protocol protocol;

  private Simulator(Protocol protocol) {
    this.protocol = protocol;
  }

  /** A simulator that draws as the protocol says. */
  public static Simulator of(Protocol protocol) {
    return new Simulator(protocol);
  }

  /**
   * Makes one film of a projected person.
   *
   * @param person all that is true of the person; the film will tell part of it
   * @param seed of everything that is drawn for this film
   */
  public Film film(Projection projection, Subject person, long seed) {
    return film(projection, person, seed, Retake.SAME);
  }

  /** The same film, had its exposure or its look been another; all else is drawn as it was. */
  public Film film(Projection projection, Subject person, long seed, Retake retake) {
    RandomGenerator random = new SplittableRandom(seed);
    Exposure exposure = retake.exposure().apply(protocol.exposure(projection, random));
    Look look = retake.look().apply(protocol.look(random));
    ArealMasses masses = projection.masses();
    DetectorImage detected = ImageChain.expose(masses, exposure, random);
    StoredImage stored = Darkroom.develop(detected, look, random);
    // Half of all departments state how much the patient's plane is magnified.
    double stated = random.nextBoolean() ? projection.positioning().magnification() : 1;
    Description description =
        description(
            projection.positioning(), new Shot(exposure, look, detected, stated), person, random);
    return new Film(stored, look, exposure, masses.pitchMm(), stated, description);
  }

  /** Makes one film of a scene that is neither spine nor hip, under the same looks. */
  public Film film(Decoy decoy, long seed) {
    RandomGenerator random = new SplittableRandom(seed);
    Exposure exposure = protocol.exposure(decoy, random);
    Look look = protocol.look(random);
    DetectorImage detected = ImageChain.expose(decoy.masses(), exposure, random);
    StoredImage stored = Darkroom.develop(detected, look, random);
    double pitch = decoy.masses().pitchMm();
    boolean spacing =
        look.jpegQuality().isEmpty() && random.nextDouble() < protocol.known().spacing();
    Description description =
        new Description(
            spacing ? Optional.of(new PixelSpacing(pitch, pitch)) : Optional.empty(),
            Optional.empty(),
            Laterality.UNKNOWN,
            PresentationIntent.UNKNOWN,
            Acquisition.UNKNOWN,
            Subject.UNKNOWN);
    return new Film(stored, look, exposure, pitch, 1, description);
  }

  private record Shot(Exposure exposure, Look look, DetectorImage detected, double stated) {}

  private Description description(
      Positioning positioning, Shot shot, Subject person, RandomGenerator random) {
    Known known = protocol.known();
    Subject told = known.subject(person, random);
    boolean kvp = random.nextDouble() < known.kvp();
    boolean index = random.nextDouble() < known.exposureIndex();
    boolean spacing = random.nextDouble() < known.spacing();
    if (shot.look.jpegQuality().isPresent()) {
      // Saved from a viewer: the picture is all there is, besides what the referral says.
      return new Description(
          Optional.empty(),
          Optional.of(positioning.view()),
          positioning.laterality(),
          PresentationIntent.UNKNOWN,
          Acquisition.UNKNOWN,
          told);
    }
    double pitch = shot.detected.plane().pitchMm() / shot.stated;
    return new Description(
        spacing ? Optional.of(new PixelSpacing(pitch, pitch)) : Optional.empty(),
        Optional.of(positioning.view()),
        positioning.laterality(),
        shot.look.rendering() instanceof Rendering.RawLog
            ? PresentationIntent.FOR_PROCESSING
            : PresentationIntent.FOR_PRESENTATION,
        new Acquisition(
            kvp ? OptionalDouble.of(Math.rint(shot.exposure.beam().kvp())) : OptionalDouble.empty(),
            OptionalDouble.empty(),
            kvp ? OptionalDouble.of(Math.rint(positioning.sidMm())) : OptionalDouble.empty(),
            index
                ? OptionalDouble.of(Math.rint(shot.detected.exposureIndex()))
                : OptionalDouble.empty(),
            Optional.empty(),
            Optional.of("synthetic"),
            Optional.empty()),
        told);
  }

  /** A seed for one of many draws that belong together: the same for the same three numbers. */
  static long seed(long cohort, int subject, int draw) {
    long z = cohort * 0x9E3779B97F4A7C15L + subject * 0xBF58476D1CE4E5B9L + draw;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}
