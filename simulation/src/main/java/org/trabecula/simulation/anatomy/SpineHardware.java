package org.trabecula.simulation.anatomy;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.trabecula.simulation.hardware.Alloy;
import org.trabecula.simulation.hardware.Bed;
import org.trabecula.simulation.hardware.Box;
import org.trabecula.simulation.hardware.Capsule;
import org.trabecula.simulation.hardware.Ellipsoid;
import org.trabecula.simulation.hardware.Frustum;
import org.trabecula.simulation.hardware.Piece;
import org.trabecula.simulation.hardware.Solid;
import org.trabecula.simulation.population.Level;
import org.trabecula.simulation.population.SpineImplant;
import org.trabecula.simulation.skeleton.Frame;
import org.trabecula.simulation.skeleton.Point;

/**
 * Puts an implant into a spine. Screws of 6 mm and rods of 5.5 mm are what most makers sell; the
 * rest is as it looks on films [K].
 */
final class SpineHardware {
  private static final double ROD = 2.75;

  private final Column column;
  private final Build build;
  private final SplittableRandom random;
  private final List<Piece> pieces = new ArrayList<>();
  private final Alloy alloy;

  SpineHardware(Column column, Build build, SplittableRandom random) {
    this.column = column;
    this.build = build;
    this.random = random;
    // Rods are of titanium since the nineties; cobalt-chromium and steel are seen too.
    this.alloy = random.nextDouble() < 0.8 ? Alloy.TITANIUM : Alloy.STEEL;
  }

  List<Piece> of(SpineImplant implant) {
    switch (implant.kind()) {
      case NONE -> {}
      case RODS -> rods(implant);
      case RODS_AND_CAGE -> {
        rods(implant);
        cage(implant);
      }
      case CAGE -> cage(implant);
      case CEMENT -> cement(column.at(implant.lower()));
    }
    return pieces;
  }

  private void rods(SpineImplant implant) {
    List<List<Point>> heads = List.of(new ArrayList<>(), new ArrayList<>());
    for (int side = -1; side <= 1; side += 2) {
      List<Point> row = heads.get(side < 0 ? 0 : 1);
      for (int i = implant.upper().ordinal(); i <= implant.lower().ordinal(); i++) {
        row.add(screw(column.at(Level.values()[i]), side));
      }
      if (implant.sacrum()) {
        row.add(sacralScrew(side));
      }
      rod(row);
    }
    if (heads.getFirst().size() > 2 && random.nextDouble() < 0.3) {
      Point right = heads.getFirst().get(0).towards(heads.getFirst().get(1), 0.5);
      Point left = heads.getLast().get(0).towards(heads.getLast().get(1), 0.5);
      add(Capsule.rod(right, left, 2.2), Bed.TISSUE);
    }
  }

  /** Places a screw through a pedicle; returns where its head takes the rod. */
  private Point screw(VertebraShape v, int side) {
    double size = build.size();
    double pedicle = size * (SpineSizes.canal(v.level()) + SpineSizes.pedicleWidth(v.level())) / 2;
    double back = -v.depth() / 2;
    double z = 0.16 * v.height() * (1 - v.posteriorLoss());
    Point head =
        v.frame().at(side * (pedicle + 4 + random.nextGaussian()), back - 21 * size, z + 1);
    Point tip =
        v.frame()
            .at(
                side * pedicle * random.nextDouble(0.40, 0.62),
                back + v.depth() * random.nextDouble(0.62, 0.82),
                z + 2 * random.nextGaussian());
    return screw(head, tip);
  }

  private Point sacralScrew(int side) {
    double size = build.size();
    Frame plate = Frame.BODY.movedTo(column.sacralPlate()).turned(build.sacralSlopeDegrees(), 0, 0);
    Point head = plate.at(side * (24 + random.nextGaussian()) * size, -34 * size, -8 * size);
    return screw(head, plate.at(side * 13 * size, 8 * size, -9 * size));
  }

  private Point screw(Point head, Point tip) {
    Point along = tip.minus(head).unit();
    add(new Capsule(head, 3.2, tip, 2.0), Bed.BONE);
    // The tulip and the nut that locks the rod in it.
    Point top = head.minus(along.times(9));
    add(Frustum.cylinder(head.plus(along.times(5)), top, 6.2), Bed.TISSUE);
    return head.minus(along.times(3));
  }

  /** Rods are bent to the spine and stand out at both ends. */
  private void rod(List<Point> heads) {
    if (heads.size() < 2) {
      return;
    }
    List<Point> bends = new ArrayList<>(heads);
    bends.addFirst(beyond(heads.get(1), heads.get(0)));
    bends.addLast(beyond(heads.get(heads.size() - 2), heads.getLast()));
    for (int i = 0; i + 1 < bends.size(); i++) {
      add(Capsule.rod(bends.get(i), bends.get(i + 1), ROD), Bed.TISSUE);
    }
  }

  private Point beyond(Point inner, Point outer) {
    return outer.plus(outer.minus(inner).unit().times(random.nextDouble(6, 14)));
  }

  /** A cage in the disc above the implant's lower end. */
  private void cage(SpineImplant implant) {
    VertebraShape last = column.at(implant.lower());
    Frame f;
    double height;
    if (implant.sacrum()) {
      Point over = last.frame().at(0, 0, -last.middleHeight() / 2);
      f = last.frame().movedTo(over.towards(column.sacralPlate(), 0.5));
      height = last.discBelow();
    } else {
      VertebraShape above = column.at(Level.values()[implant.lower().ordinal() - 1]);
      Point over = above.frame().at(0, 0, -above.middleHeight() / 2);
      Point under = last.frame().at(0, 0, last.middleHeight() / 2);
      f = last.frame().movedTo(over.towards(under, 0.5));
      height = above.discBelow();
    }
    double half = Math.max(4, height / 2);
    Frame place = f.turned(0, 0, random.nextDouble(-25, 25));
    if (random.nextBoolean()) {
      markers(place, half);
    } else {
      titaniumCage(place, half);
    }
  }

  /** A cage of plastic shows by its pins. */
  private void markers(Frame f, double half) {
    double wide = random.nextDouble(9, 13);
    for (double[] corner : new double[][] {{-1, -4}, {1, -4}, {-0.8, 5}, {0.8, 5}}) {
      double x = corner[0] * wide;
      add(
          Capsule.rod(f.at(x, corner[1], -half + 1), f.at(x, corner[1], half - 1), 0.4),
          Alloy.TANTALUM,
          Bed.TISSUE);
    }
  }

  private void titaniumCage(Frame f, double half) {
    double wide = random.nextDouble(9, 14);
    double deep = random.nextDouble(5, 8);
    for (int side = -1; side <= 1; side += 2) {
      Frame wall = f.movedTo(f.at(side * (wide - 1), 0, 0));
      add(new Box(wall, 1, deep, half), Alloy.TITANIUM, Bed.TISSUE);
      Frame rail = f.movedTo(f.at(0, side * (deep - 1), 0));
      add(new Box(rail, wide, 1, 0.45 * half), Alloy.TITANIUM, Bed.TISSUE);
    }
  }

  /** Cement fills one or both halves of a body as lumps that run into each other. */
  private void cement(VertebraShape v) {
    int lumps = 2 + random.nextInt(5);
    for (int i = 0; i < lumps; i++) {
      Point centre =
          v.frame()
              .at(
                  v.width() * random.nextDouble(-0.26, 0.26),
                  v.depth() * random.nextDouble(-0.15, 0.3),
                  v.middleHeight() * random.nextDouble(-0.2, 0.2));
      Frame frame = v.frame().movedTo(centre).turned(0, random.nextDouble(-90, 90), 0);
      double r = random.nextDouble(4, 8);
      add(new Ellipsoid(frame, r * 1.4, r, r * 0.8), Alloy.CEMENT, Bed.BONE);
    }
  }

  private void add(Solid solid, Bed bed) {
    add(solid, alloy, bed);
  }

  private void add(Solid solid, Alloy of, Bed bed) {
    pieces.add(new Piece(solid, of, bed, Piece.Carrier.TRUNK));
  }
}
