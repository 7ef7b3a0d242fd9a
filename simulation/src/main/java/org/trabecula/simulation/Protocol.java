package org.trabecula.simulation;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.random.RandomGenerator;
import org.trabecula.simulation.decoy.Decoy;
import org.trabecula.simulation.look.Look;
import org.trabecula.simulation.look.VendorFamily;
import org.trabecula.simulation.physics.Beam;
import org.trabecula.simulation.physics.Detector;
import org.trabecula.simulation.physics.Exposure;
import org.trabecula.simulation.physics.Receptor;
import org.trabecula.simulation.population.ByAge;
import org.trabecula.simulation.population.Distortion;
import org.trabecula.simulation.population.Population;
import org.trabecula.simulation.population.Prevalence;
import org.trabecula.simulation.population.SimulatedSubject;
import org.trabecula.simulation.projection.CollimatedField;
import org.trabecula.simulation.projection.Projection;

/**
 * How a cohort's films are drawn: population, beam, detector, look and what is known of them.
 *
 * <p>{@link #REFERENCE_V1} follows the reference cohort's protocol. The exposure's factor of 0.25
 * to 3 is that of the field's median to the detector's reference dose. Films are written at the
 * cohort's pitch; the detector's own of 0.139 to 0.2 mm is felt in blur and noise only. Dead pixels
 * and a panel's lag are taken as corrected before the image leaves the detector.
 *
 * @param name written into the cohort's settings
 * @param populations of which one is drawn per subject, evenly
 * @param prevalence of what distorts a film
 * @param technique how beams and doses are drawn
 * @param mixture of looks
 * @param known shares of what is known at reading
 */
public record Protocol(
    String name,
    List<Population> populations,
    Prevalence prevalence,
    Technique technique,
    Look.Mixture mixture,
    Known known) {

  /** Share of phosphor plates that were not fully erased, and what is left on them [K]. */
  private static final double GHOSTS = 0.1;

  private static final double FAINTEST_GHOST = 0.003;
  private static final double STRONGEST_GHOST = 0.05;

  /** Tube voltages above this are held back from training, kV. */
  public static final double HELD_BACK_KVP = 86;

  /** The reference cohort, version 1: never eased to meet a bar. */
  public static final Protocol REFERENCE_V1 =
      new Protocol(
          "reference-v1",
          List.of(Population.MIXED),
          Prevalence.STANDARD,
          Technique.REFERENCE,
          Look.Mixture.reference(VendorFamily.REFERENCE_V1),
          Known.REFERENCE);

  /**
   * For training: wider tube voltages below what is held back, looks of any kind but those held
   * back, every third subject with a density that nothing about the person foretells, more
   * scoliosis, and metal, which the reference cohort leaves out as a clinic would.
   */
  public static final Protocol TRAINING =
      new Protocol(
          "training",
          List.of(Population.FLAT, Population.MIXED, Population.MIXED),
          Prevalence.STANDARD
              .with(Distortion.SCOLIOSIS, ByAge.always(0.25))
              .with(ByAge.always(0.12), ByAge.always(0.12), ByAge.always(0.08))
              // [K]
              .with(Distortion.ARMS, ByAge.always(0.08)),
          Technique.REFERENCE.atKvp(new Technique.Range(66, HELD_BACK_KVP)),
          Look.Mixture.reference(VendorFamily.TRAINING),
          new Known(0.7, 0.5, 0.7, 0.5, 0.9));

  /**
   * A hospital that no training has seen: Japanese patients, one maker whose look is held back,
   * higher tube voltages, tags complete. For what a site gains by its own pairs.
   */
  public static final Protocol HOSPITAL =
      new Protocol(
          "hospital",
          List.of(Population.JAPAN),
          Prevalence.STANDARD,
          Technique.REFERENCE.atKvp(new Technique.Range(80, 90)),
          new Look.Mixture(List.of(VendorFamily.HELD_BACK_EQUALISED), 0, 0, 0),
          new Known(1, 1, 1, 1, 1));

  public Protocol {
    populations = List.copyOf(populations);
    if (populations.isEmpty() || name.isBlank()) {
      throw new IllegalArgumentException(
          "Protocol '%s' has %d populations".formatted(name, populations.size()));
    }
  }

  /** The preset of that name. */
  public static Protocol of(String name) {
    return switch (name) {
      case "reference-v1" -> REFERENCE_V1;
      case "training" -> TRAINING;
      case "hospital" -> HOSPITAL;
      default -> throw new IllegalArgumentException("No protocol is called '%s'".formatted(name));
    };
  }

  /**
   * The same with another prevalence of what distorts a film.
   *
   * @throws IllegalArgumentException of the reference cohort, whose figures are compared
   */
  public Protocol with(Prevalence other) {
    if (name.equals(REFERENCE_V1.name)) {
      throw new IllegalArgumentException(
          "The prevalences of cohort %s are fixed; those of cohort training can be set"
              .formatted(name));
    }
    return new Protocol(name, populations, other, technique, mixture, known);
  }

  /**
   * The same with some of what makes films hard held still, to see what it costs. Subjects and all
   * other draws stay as they are; the name says what was done, lest it be taken for the harder one.
   */
  public Protocol without(Set<Nuisance> nuisances) {
    Protocol easier = this;
    for (Nuisance nuisance : new TreeSet<>(nuisances)) {
      easier = nuisance.heldStill(easier).named(easier.name + " without " + nuisance.code());
    }
    return easier;
  }

  Protocol with(Technique other) {
    return new Protocol(name, populations, prevalence, other, mixture, known);
  }

  Protocol with(Look.Mixture other) {
    return new Protocol(name, populations, prevalence, technique, other, known);
  }

  Protocol with(Known other) {
    return new Protocol(name, populations, prevalence, technique, mixture, other);
  }

  /** The same under another name. */
  public Protocol named(String other) {
    return new Protocol(other, populations, prevalence, technique, mixture, known);
  }

  /**
   * A numbered subject of a cohort.
   *
   * @param population it was drawn from
   * @param subject who was drawn
   */
  public record Drawn(Population population, SimulatedSubject subject) {}

  /** Draws the numbered subject of a cohort: the same for the same seed and number. */
  public Drawn draw(long seed, int number) {
    RandomGenerator random =
        new SplittableRandom(Simulator.seed(seed, number, Simulator.POPULATION_DRAW));
    Population population = populations.get(random.nextInt(populations.size()));
    return new Drawn(population, population.draw(seed, number, prevalence));
  }

  /** Draws beam, detector and dose of one film. */
  Exposure exposure(Projection projection, RandomGenerator random) {
    double kvp = technique.kvp().draw(random);
    double filtration = between(2.5, 3.5, random);
    boolean grid = random.nextDouble() >= technique.gridless();
    double ratio = technique.gridRatio().draw(random);
    Beam beam = new Beam(kvp, filtration, grid ? ratio : 0, technique.scatter().draw(random));
    Receptor receptor = receptor(projection.field(), random);
    double dose = technique.dose().drawLogarithm(random);
    double magnification = projection.positioning().magnification();
    // A focal spot of 0.6 to 1.2 mm, as the standard deviation of its shadow.
    double focal = between(0.6, 1.2, random) * (magnification - 1) / Math.sqrt(12);
    double heel = between(-0.004, 0.004, random);
    return new Exposure(beam, receptor, projection.field(), dose, focal, heel);
  }

  /** Draws the exposure of a decoy: limbs take less voltage, and often no grid. */
  Exposure exposure(Decoy decoy, RandomGenerator random) {
    double ratio = random.nextBoolean() ? 0 : between(8, 12, random);
    Beam beam =
        new Beam(
            between(48, 90, random), between(2.5, 3.5, random), ratio, between(0.4, 1.6, random));
    Receptor receptor = receptor(decoy.field(), random);
    double dose = 0.25 * Math.pow(20, random.nextDouble());
    return new Exposure(beam, receptor, decoy.field(), dose, 0.05, 0);
  }

  private static Receptor receptor(CollimatedField field, RandomGenerator random) {
    Detector detector = random.nextDouble() < 0.6 ? Detector.FLAT_PANEL : Detector.STORAGE_PHOSPHOR;
    double pitch = between(0.139, 0.2, random);
    boolean haunted = detector == Detector.STORAGE_PHOSPHOR && random.nextDouble() < GHOSTS;
    return new Receptor(
        detector, pitch, haunted ? Optional.of(ghost(field, random)) : Optional.empty());
  }

  /** An earlier field of another size, shifted and perhaps lying across, on the same plate. */
  private static Receptor.Ghost ghost(CollimatedField field, RandomGenerator random) {
    boolean across = random.nextBoolean();
    double height = between(0.5, 1, random) * (across ? field.width() : field.height());
    double width = between(0.5, 1, random) * (across ? field.height() : field.width());
    CollimatedField earlier =
        new CollimatedField(
            field.centreRow() + between(-0.15, 0.15, random) * field.height(),
            field.centreColumn() + between(-0.15, 0.15, random) * field.width(),
            height,
            width,
            between(-5, 5, random));
    double ratio = STRONGEST_GHOST / FAINTEST_GHOST;
    return new Receptor.Ghost(FAINTEST_GHOST * Math.pow(ratio, random.nextDouble()), earlier);
  }

  /** A look from the mixture. */
  Look look(RandomGenerator random) {
    return Look.draw(mixture, random);
  }

  private static double between(double low, double high, RandomGenerator random) {
    return low + (high - low) * random.nextDouble();
  }
}
