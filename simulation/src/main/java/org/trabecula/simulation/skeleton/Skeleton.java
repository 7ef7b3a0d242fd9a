package org.trabecula.simulation.skeleton;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Bones in flat arrays. A bone is a smooth union of parts; a part is an elliptic rod, a lens or a
 * cup, with its own shell and filling.
 */
public final class Skeleton {
  static final int STRIDE = 45;
  static final int KIND = 0;
  static final int BALL = 1; // centre x, y, z, radius
  static final int ORIGIN = 5;
  static final int AXES = 8; // across, front, up
  static final int SHAPE = 17; // up to 13 values
  static final int SHELL = 30; // thickness, gradient x, y, z, ends
  static final int TRABECULAR = 35;
  static final int NECK = 36;
  static final int BOX = 37; // half sides across and front, lowest and highest up
  static final int INVERSE = 41; // 1 / length and cap; 1 / half axes and half height squared
  static final int DENTS = 44; // where a lens's dents begin among all dents, or NO_DENTS

  static final int NO_DENTS = -1;

  /** Values of a dent: depth, place across and front, 1 / radius squared, margin. */
  static final int DENT = 5;

  static final int ROD = 0;
  static final int LENS = 1;
  static final int CUP = 2;

  /** One bone: its parts from first (inclusive) to last (exclusive). */
  public record Bone(
      BoneKind kind, int first, int last, double smoothingMm, Frame texture, Strands strands) {}

  final double[] parts;

  /** Of the lenses that have any: first that of the upper plate, then that of the lower one. */
  final double[] dents;

  private final List<Bone> bones;

  private Skeleton(double[] parts, double[] dents, List<Bone> bones) {
    this.parts = parts;
    this.dents = dents;
    this.bones = List.copyOf(bones);
  }

  /** The same bones, one kind of them without its first parts: what is left after surgery. */
  public Skeleton without(BoneKind kind, int firstParts) {
    List<Bone> left =
        bones.stream()
            .map(b ->
                b.kind() == kind
                    ? new Bone(
                        kind,
                        b.first() + firstParts,
                        b.last(),
                        b.smoothingMm(),
                        b.texture(),
                        b.strands())
                    : b)
            .toList();
    return new Skeleton(parts, dents, left);
  }

  public List<Bone> bones() {
    return bones;
  }

  /** Number of balls that bound a bone. */
  public int parts(Bone bone) {
    return bone.last() - bone.first();
  }

  /** Centre of the ball that bounds a part. */
  public Point ballCentre(int part) {
    int at = part * STRIDE + BALL;
    return new Point(parts[at], parts[at + 1], parts[at + 2]);
  }

  /** Radius of the ball that bounds a part. */
  public double ballRadius(int part) {
    return parts[part * STRIDE + BALL + 3];
  }

  public static Builder builder() {
    return new Builder();
  }

  /** Collects bones. */
  public static final class Builder {
    private double[] parts = new double[256 * STRIDE];
    private double[] dents = new double[0];
    private int count;
    private int boneStart;
    private final List<Bone> bones = new ArrayList<>();

    private Builder() {}

    public Builder add(Limb limb, Tissue tissue) {
      Point axis = limb.to().minus(limb.from());
      double length = axis.length();
      Frame frame = Frame.along(limb.from(), axis, limb.nearlyAcross());
      int at = part(ROD, frame, tissue);
      double[] shape = {
        length, limb.fromAcross(), limb.fromFront(), limb.toAcross(), limb.toFront(), limb.cap()
      };
      System.arraycopy(shape, 0, parts, at + SHAPE, shape.length);
      parts[at + INVERSE] = 1 / length;
      parts[at + INVERSE + 1] = 1 / limb.cap();
      double wide = Math.max(limb.fromAcross(), limb.toAcross());
      double deep = Math.max(limb.fromFront(), limb.toFront());
      box(at, wide, deep, -limb.cap(), length + limb.cap());
      double side =
          Math.max(
              Math.max(limb.fromAcross(), limb.fromFront()),
              Math.max(limb.toAcross(), limb.toFront()));
      ball(at, limb.from().towards(limb.to(), 0.5), Math.hypot(length / 2 + limb.cap(), side));
      return this;
    }

    public Builder add(Lens lens, Frame frame, Tissue tissue) {
      int at = part(LENS, frame, tissue);
      double[] shape = {
        lens.halfWidth(),
        lens.halfDepth(),
        lens.halfHeight(),
        lens.waist(),
        lens.concaveTop(),
        lens.concaveBottom(),
        lens.topSlopeFront(),
        lens.bottomSlopeFront(),
        lens.topSlopeAcross(),
        lens.bottomSlopeAcross(),
        lens.bendAcross(),
        lens.bendFront(),
        lens.rounding()
      };
      System.arraycopy(shape, 0, parts, at + SHAPE, shape.length);
      double a = lens.halfWidth();
      double b = lens.halfDepth();
      parts[at + INVERSE] = 1 / a;
      parts[at + INVERSE + 1] = 1 / b;
      parts[at + INVERSE + 2] = 1 / (lens.halfHeight() * lens.halfHeight());
      double high =
          lens.halfHeight()
              + Math.abs(lens.bendAcross()) * a * a
              + Math.abs(lens.bendFront()) * b * b
              + Math.max(Math.abs(lens.topSlopeFront()), Math.abs(lens.bottomSlopeFront())) * b
              + Math.max(Math.abs(lens.topSlopeAcross()), Math.abs(lens.bottomSlopeAcross())) * a;
      box(at, a, b, -high, high);
      dents(at, lens);
      ball(
          at,
          frame.origin(),
          Math.sqrt(high * high + 1.2 * Math.max(a * a, b * b) + 0.2 * Math.min(a * a, b * b)));
      return this;
    }

    /**
     * A part of a spherical shell: the socket of a joint. It is open towards the frame's third axis
     * beyond {@code rim} mm from the centre.
     */
    public Builder addCup(
        Frame frame, double radius, double halfThickness, double rim, Tissue tissue) {
      int at = part(CUP, frame, tissue);
      parts[at + SHAPE] = radius;
      parts[at + SHAPE + 1] = halfThickness;
      parts[at + SHAPE + 2] = rim;
      double outer = radius + halfThickness;
      box(at, outer, outer, -outer, rim);
      ball(at, frame.origin(), outer);
      return this;
    }

    /** Closes the bone whose parts were added since the last one. */
    public Builder close(BoneKind kind, double smoothingMm, Frame texture) {
      return close(kind, smoothingMm, texture, Strands.NONE);
    }

    /** Closes a bone whose trabeculae gather in strands. */
    public Builder close(BoneKind kind, double smoothingMm, Frame texture, Strands strands) {
      bones.add(new Bone(kind, boneStart, count, smoothingMm, texture, strands));
      boneStart = count;
      return this;
    }

    public Skeleton build() {
      return new Skeleton(Arrays.copyOf(parts, count * STRIDE), dents, bones);
    }

    private int part(int kind, Frame frame, Tissue tissue) {
      if ((count + 1) * STRIDE > parts.length) {
        parts = Arrays.copyOf(parts, parts.length * 2);
      }
      int at = count++ * STRIDE;
      parts[at + KIND] = kind;
      put(at + ORIGIN, frame.origin());
      put(at + AXES, frame.across());
      put(at + AXES + 3, frame.front());
      put(at + AXES + 6, frame.up());
      parts[at + SHELL] = tissue.shellMm();
      put(at + SHELL + 1, tissue.shellGradient());
      parts[at + SHELL + 4] = tissue.endShellMm();
      parts[at + TRABECULAR] = tissue.trabecularFactor();
      parts[at + NECK] = tissue.neckShare();
      parts[at + DENTS] = NO_DENTS;
      return at;
    }

    /** Few lenses have any: they stand apart, so that all other parts stay short. */
    private void dents(int at, Lens lens) {
      if (lens.topDent().isPresent() || lens.bottomDent().isPresent()) {
        parts[at + DENTS] = dents.length;
        dents = Arrays.copyOf(dents, dents.length + 2 * DENT);
        put(dents.length - 2 * DENT, lens.topDent());
        put(dents.length - DENT, lens.bottomDent());
      }
    }

    private void put(int to, Dent dent) {
      dents[to] = dent.depthMm();
      dents[to + 1] = dent.across();
      dents[to + 2] = dent.front();
      dents[to + 3] = 1 / (dent.radiusMm() * dent.radiusMm());
      dents[to + 4] = dent.marginMm();
    }

    private void put(int at, Point point) {
      parts[at] = point.x();
      parts[at + 1] = point.y();
      parts[at + 2] = point.z();
    }

    private void box(int at, double across, double front, double low, double high) {
      parts[at + BOX] = across;
      parts[at + BOX + 1] = front;
      parts[at + BOX + 2] = low;
      parts[at + BOX + 3] = high;
    }

    private void ball(int at, Point centre, double radius) {
      put(at + BALL, centre);
      parts[at + BALL + 3] = radius;
    }
  }
}
