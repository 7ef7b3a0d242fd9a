package org.trabecula.simulation.anatomy;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import org.trabecula.densitometry.Site;
import org.trabecula.simulation.population.Degeneration;
import org.trabecula.simulation.population.Fracture;
import org.trabecula.simulation.population.Level;
import org.trabecula.simulation.skeleton.Frame;
import org.trabecula.simulation.skeleton.Landmarks;
import org.trabecula.simulation.skeleton.Point;

/** Where the vertebrae stand: lordosis, scoliosis, discs and lost height. */
final class Column {
  /** How far a region reaches beyond the body on either side, mm. */
  private static final double LATERAL_MARGIN = 9;

  private final Map<Level, VertebraShape> shapes = new EnumMap<>(Level.class);
  private final Build build;

  private Column(Build build) {
    this.build = build;
  }

  static Column of(Build build, Degeneration wear, SplittableRandom random) {
    Column column = new Column(build);
    double apex = Level.L2.ordinal() + random.nextDouble(-1, 1);
    double discs =
        Math.clamp(1 + 0.10 * random.nextGaussian() - 0.15 * wear.osteophytes(), 0.6, 1.3);
    for (Level level : Level.values()) {
      column.shapes.put(level, shape(build, wear, level, random, discs));
    }
    Map<Level, Frame> turned = new EnumMap<>(Level.class);
    for (Level level : Level.values()) {
      double x = (level.ordinal() - apex) / 3.2;
      double cobb = wear.scoliosisDegrees();
      double lean = 0.5 * cobb * Math.sin(Math.clamp(x, -1.6, 1.6) * Math.PI / 2);
      double twist = 0.45 * cobb * Math.exp(-x * x * 2.5) + 0.8 * random.nextGaussian();
      double tilt =
          SpineSizes.tilt(level) * build.sacralSlopeDegrees() + 1.2 * random.nextGaussian();
      turned.put(level, Frame.BODY.turned(tilt, lean + 0.6 * random.nextGaussian(), twist));
    }
    column.stand(turned);
    return column;
  }

  private static VertebraShape shape(
      Build build, Degeneration wear, Level level, SplittableRandom random, double discs) {
    double size = build.size();
    double anterior = 0;
    double posterior = 0;
    for (Fracture fracture : wear.fractures()) {
      if (fracture.level() == level) {
        anterior = fracture.anteriorLoss();
        posterior = fracture.posteriorLoss();
      }
    }
    double own = size * (1 + 0.015 * random.nextGaussian());
    double disc = SpineSizes.discBelow(level) * discs * size * (1 + 0.10 * random.nextGaussian());
    return new VertebraShape(
        level,
        Frame.BODY,
        SpineSizes.width(level) * own * (1 + 0.02 * random.nextGaussian()),
        SpineSizes.depth(level) * own * (1 + 0.02 * random.nextGaussian()),
        SpineSizes.height(level) * own * (1 + 0.02 * random.nextGaussian()),
        anterior,
        posterior,
        Math.max(2.5, disc));
  }

  /** Stacks the vertebrae up and down from L3 at the origin. */
  private void stand(Map<Level, Frame> turned) {
    Level[] levels = Level.values();
    int middle = Level.L3.ordinal();
    Point place = Point.ORIGIN;
    for (int i = middle; i >= 0; i--) {
      place = i == middle ? place : place.plus(step(turned, levels[i], levels[i + 1]));
      put(levels[i], turned, place);
    }
    place = Point.ORIGIN;
    for (int i = middle + 1; i < levels.length; i++) {
      place = place.minus(step(turned, levels[i - 1], levels[i]));
      put(levels[i], turned, place);
    }
  }

  private void put(Level level, Map<Level, Frame> turned, Point place) {
    shapes.put(level, at(level).at(frame(turned, level).movedTo(place)));
  }

  private Point step(Map<Level, Frame> turned, Level upper, Level lower) {
    Point up = frame(turned, upper).up();
    Point low = frame(turned, lower).up();
    return up.times(at(upper).middleHeight() / 2)
        .plus(low.times(at(lower).middleHeight() / 2))
        .plus(up.plus(low).unit().times(at(upper).discBelow()));
  }

  private static Frame frame(Map<Level, Frame> frames, Level level) {
    return Objects.requireNonNull(frames.get(level));
  }

  VertebraShape at(Level level) {
    return Objects.requireNonNull(shapes.get(level));
  }

  /** Middle of the first sacral end-plate. */
  Point sacralPlate() {
    VertebraShape last = at(Level.L5);
    double slope = Math.toRadians(build.sacralSlopeDegrees());
    Point normal = new Point(0, Math.sin(slope), Math.cos(slope));
    Point down = last.frame().up().plus(normal).unit();
    return last.frame().at(0, 0, -last.middleHeight() / 2).minus(down.times(last.discBelow()));
  }

  /** Regions of the measured vertebrae. */
  List<Landmarks.Vertebra> regions() {
    List<Landmarks.Vertebra> regions = new ArrayList<>();
    for (Level level : Level.values()) {
      level.site().ifPresent(site -> regions.add(region(site, level)));
    }
    return regions;
  }

  private Landmarks.Vertebra region(Site site, Level level) {
    VertebraShape own = at(level);
    VertebraShape above = at(Level.values()[level.ordinal() - 1]);
    VertebraShape below = at(Level.values()[level.ordinal() + 1]);
    Point top = disc(above, own);
    Point bottom = disc(own, below);
    double half = own.width() / 2 + LATERAL_MARGIN * build.size();
    Point topAcross = across(above, own).times(half);
    Point bottomAcross = across(own, below).times(half);
    return new Landmarks.Vertebra(
        site,
        own.anteriorLoss() == 0,
        top.minus(topAcross),
        top.plus(topAcross),
        bottom.minus(bottomAcross),
        bottom.plus(bottomAcross));
  }

  private static Point disc(VertebraShape upper, VertebraShape lower) {
    Point over = upper.frame().at(0, 0, -upper.middleHeight() / 2);
    Point under = lower.frame().at(0, 0, lower.middleHeight() / 2);
    return over.towards(under, 0.5);
  }

  private static Point across(VertebraShape upper, VertebraShape lower) {
    return upper.frame().across().plus(lower.frame().across()).unit();
  }
}
