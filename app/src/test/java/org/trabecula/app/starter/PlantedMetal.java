package org.trabecula.app.starter;

import java.util.Optional;
import java.util.SplittableRandom;
import org.trabecula.densitometry.Subject;
import org.trabecula.dicom.DicomObject;
import org.trabecula.dicom.Uid;
import org.trabecula.learning.robustness.Titanium;
import org.trabecula.radiography.DicomRadiographs;
import org.trabecula.radiography.Radiograph;
import org.trabecula.radiography.RadiographReader;
import org.trabecula.radiography.ReadOptions;
import org.trabecula.radiography.Reading;
import org.trabecula.radiography.View;
import org.trabecula.simulation.Film;
import org.trabecula.simulation.Protocol;
import org.trabecula.simulation.Simulator;
import org.trabecula.simulation.anatomy.Anatomy;
import org.trabecula.simulation.population.Population;
import org.trabecula.simulation.population.SimulatedSubject;
import org.trabecula.simulation.projection.Positioning;
import org.trabecula.simulation.projection.Projection;
import org.trabecula.simulation.projection.Projector;

/** Films of simulated subjects with implants of titanium drawn into their areal masses. */
final class PlantedMetal {
  private static final long SEED = 2_000_000;
  private static final double PITCH_MM = 0.8;

  private PlantedMetal() {}

  /** A film of a simulated subject without an implant, and the same film with one. */
  record Pair(Radiograph bare, Radiograph planted) {}

  /**
   * A subject's film with and without rods and screws in the spine, or a stem in the femur; empty
   * where a reader refuses the film.
   */
  static Optional<Pair> film(View view, int number, long look) {
    SimulatedSubject subject = Population.MIXED.draw(SEED, number);
    SplittableRandom random = new SplittableRandom(SEED + number);
    Projection bare =
        Projector.project(Anatomy.of(subject), Positioning.draw(view, subject, random), PITCH_MM);
    Optional<Radiograph> without = read(bare, look);
    Optional<Radiograph> with = read(Titanium.planted(bare), look);
    return without.flatMap(film -> with.map(metal -> new Pair(film, metal)));
  }

  private static Optional<Radiograph> read(Projection projection, long look) {
    Film film = Simulator.of(Protocol.REFERENCE_V1).film(projection, Subject.UNKNOWN, look);
    SplittableRandom random = new SplittableRandom(look);
    DicomRadiographs.Identity identity =
        new DicomRadiographs.Identity(
            "planted",
            "SYNTHETIC^planted",
            Uid.random(random),
            Uid.random(random),
            Uid.random(random),
            Optional.empty());
    DicomObject object =
        DicomRadiographs.toDicom(
            film.image(), film.description(), film.statedMagnification(), identity);
    return RadiographReader.of(object, ReadOptions.NONE) instanceof Reading.Read(Radiograph read)
        ? Optional.of(read)
        : Optional.empty();
  }
}
