package org.trabecula.simulation.anatomy;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.trabecula.simulation.skeleton.Frame;
import org.trabecula.simulation.skeleton.Point;

/**
 * Fills stretches of bowel with many small bodies that overlap along its course: together they are
 * one lumen that widens, narrows and tapers. Shapes are [K].
 */
final class Lumen {
  /**
   * Distance of the bodies in half calibres: they add up in quadrature and must not show singly.
   */
  private static final double STEP = 0.55;

  /** Bodies this close add up to 1.6 times the depth of one. */
  private static final double SHARE = 0.62;

  private final Cavity cavity;
  private final boolean overSpine;
  private final SplittableRandom random;
  private final List<Blob> blobs;

  /**
   * What fills the cavity's bowel.
   *
   * @param overSpine whether anything may lie over L2 to L4
   */
  Lumen(Cavity cavity, boolean overSpine, SplittableRandom random, List<Blob> blobs) {
    this.cavity = cavity;
    this.overSpine = overSpine;
    this.random = random;
    this.blobs = blobs;
  }

  /**
   * A stretch with soft dents in its wall.
   *
   * @param course points on its way
   * @param calibre half width, mm
   * @param dents depth of the haustra, 0 to 1
   */
  void stretch(Blob.Kind kind, List<Point> course, double calibre, double dents) {
    double depth = random.nextDouble(0.45, 0.95);
    double period = calibre * random.nextDouble(1.5, 2.4);
    double phase = random.nextDouble(2 * Math.PI);
    double length = length(course);
    double widening = 1;
    double at = 0;
    while (at <= length) {
      // Ends taper, since gas lies in front of fluid or stool.
      double end = Math.min(at, length - at) / calibre;
      double taper = Math.sqrt(Math.clamp(0.25 + end, 0, 1));
      double wave = Math.abs(Math.sin(phase + Math.PI * at / period));
      double own = calibre * taper * widening * (1 - dents * (1 - Math.sqrt(wave)));
      widening = Math.clamp(widening + 0.07 * random.nextGaussian(), 0.65, 1.25);
      depth = Math.clamp(depth + 0.05 * random.nextGaussian(), 0.3, 1);
      Point place = place(course, at).plus(new Point(jitter(0.12 * own), 0, jitter(0.12 * own)));
      put(kind, place, Math.max(2, own), depth);
      at += STEP * calibre;
    }
  }

  /** A bubble by itself. */
  void bubble(Point place, double radius) {
    put(Blob.Kind.BUBBLE, place, radius, random.nextDouble(0.8, 1.4));
  }

  private void put(Blob.Kind kind, Point place, double radius, double depth) {
    if (!cavity.holds(place, radius) || (!overSpine && spine(place, radius))) {
      return;
    }
    Frame frame = Frame.BODY.movedTo(place).turned(0, random.nextDouble(-90, 90), 0);
    double across = radius * random.nextDouble(0.85, 1.15);
    double up = radius * radius / across;
    blobs.add(new Blob(kind, frame, across, SHARE * depth * radius, up));
  }

  private static boolean spine(Point place, double radius) {
    return Math.abs(place.x()) < 30 + radius && Math.abs(place.z()) < 65 + radius;
  }

  private double jitter(double mm) {
    return mm * random.nextGaussian();
  }

  /** A course that bends at random, away from a place. */
  List<Point> winding(Point start, double degrees, double length, double bend) {
    List<Point> course = new ArrayList<>();
    double step = 6;
    double heading = Math.toRadians(degrees);
    double turning = bend * random.nextGaussian();
    Point place = start;
    for (double at = 0; at <= length; at += step) {
      course.add(place);
      heading += turning + 0.12 * random.nextGaussian();
      place =
          place.plus(new Point(step * Math.cos(heading), jitter(0.8), step * Math.sin(heading)));
    }
    return course;
  }

  static double length(List<Point> course) {
    double length = 0;
    for (int i = 1; i < course.size(); i++) {
      length += course.get(i).minus(course.get(i - 1)).length();
    }
    return length;
  }

  /** The place at a distance from the course's begin. */
  static Point place(List<Point> course, double at) {
    double left = at;
    for (int i = 1; i < course.size(); i++) {
      double leg = course.get(i).minus(course.get(i - 1)).length();
      if (left <= leg && leg > 0) {
        return course.get(i - 1).towards(course.get(i), left / leg);
      }
      left -= leg;
    }
    return course.get(course.size() - 1);
  }
}
