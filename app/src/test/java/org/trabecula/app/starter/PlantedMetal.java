package org.trabecula.app.starter;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.trabecula.densitometry.Site;
import org.trabecula.densitometry.Subject;
import org.trabecula.dicom.DicomObject;
import org.trabecula.dicom.Uid;
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
import org.trabecula.simulation.projection.ArealMasses;
import org.trabecula.simulation.projection.Material;
import org.trabecula.simulation.projection.Positioning;
import org.trabecula.simulation.projection.Projection;
import org.trabecula.simulation.projection.Projector;
import org.trabecula.simulation.projection.RegionMap;

/** Films of simulated subjects with implants of titanium drawn into their areal masses. */
final class PlantedMetal {
  /** Ti6Al4V, g/cm³. */
  private static final double DENSITY = 4.43;

  private static final long SEED = 2_000_000;
  private static final double PITCH_MM = 0.8;

  private final float[] metal;
  private final Projection bare;

  private PlantedMetal(Projection bare) {
    this.bare = bare;
    this.metal = new float[bare.masses().rows() * bare.masses().columns()];
  }

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
    Optional<Radiograph> with = read(planted(bare, view), look);
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

  private static Projection planted(Projection bare, View view) {
    PlantedMetal plant = new PlantedMetal(bare);
    if (view == View.LUMBAR_AP) {
      plant.rodsAndScrews();
    } else {
      plant.stem();
    }
    ArealMasses from = bare.masses();
    Map<Material, float[]> maps = new EnumMap<>(Material.class);
    for (Material material : Material.values()) {
      maps.put(material, material == Material.METAL ? plant.metal : from.map(material));
    }
    ArealMasses masses =
        new ArealMasses(from.rows(), from.columns(), from.pitchMm(), from.magnification(), maps);
    return new Projection(masses, bare.regions(), bare.field(), bare.positioning());
  }

  private void rodsAndScrews() {
    double[] upper = centre(Site.L2);
    double[] middle = centre(Site.L3);
    double[] lower = centre(Site.L4);
    for (int side = -1; side <= 1; side += 2) {
      double off = side * 19;
      rod(upper[0] - 8, upper[1] + off, lower[0] + 8, lower[1] + off, 5.5);
      for (double[] level : new double[][] {upper, middle, lower}) {
        rod(level[0], level[1] + off * 1.1, level[0], level[1] + side * 6, 6.5);
      }
    }
  }

  private void stem() {
    double[] neck = centre(Site.FEMORAL_NECK);
    double[] shaft = centre(Site.TOTAL_HIP);
    double side = Math.signum(neck[1] - shaft[1]);
    rod(neck[0] - 12, neck[1] + side * 12, shaft[0], shaft[1] - side * 8, 13);
    rod(shaft[0], shaft[1] - side * 8, shaft[0] + 90, shaft[1] - side * 12, 12);
  }

  /** Centre of a region: row and column in mm. */
  private double[] centre(Site site) {
    RegionMap regions = bare.regions();
    double rows = 0;
    double columns = 0;
    int n = 0;
    for (int r = 0; r < regions.rows(); r++) {
      for (int c = 0; c < regions.columns(); c++) {
        if (regions.contains(site, r, c)) {
          rows += r;
          columns += c;
          n++;
        }
      }
    }
    double pitch = bare.masses().pitchMm();
    return new double[] {pitch * rows / n, pitch * columns / n};
  }

  /** A round bar between two places on the detector, mm; the longest chord where bars overlap. */
  private void rod(double fromRow, double fromColumn, double toRow, double toColumn, double width) {
    double pitch = bare.masses().pitchMm();
    double radius = width / 2 * bare.masses().magnification();
    double square = Math.pow(toRow - fromRow, 2) + Math.pow(toColumn - fromColumn, 2);
    for (int r = 0; r < bare.masses().rows(); r++) {
      for (int c = 0; c < bare.masses().columns(); c++) {
        double y = r * pitch - fromRow;
        double x = c * pitch - fromColumn;
        double along =
            Math.clamp((y * (toRow - fromRow) + x * (toColumn - fromColumn)) / square, 0, 1);
        double gap = Math.hypot(y - along * (toRow - fromRow), x - along * (toColumn - fromColumn));
        if (gap < radius) {
          double chordCm = 0.2 * Math.sqrt(radius * radius - gap * gap);
          int i = r * bare.masses().columns() + c;
          metal[i] = (float) Math.max(metal[i], DENSITY * chordCm);
        }
      }
    }
  }
}
