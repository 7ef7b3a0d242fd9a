package org.trabecula.simulation.anatomy;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.trabecula.simulation.dxa.DxaResult;
import org.trabecula.simulation.dxa.DxaScan;
import org.trabecula.simulation.hardware.Piece;
import org.trabecula.simulation.population.ForeignBodies;
import org.trabecula.simulation.population.Level;
import org.trabecula.simulation.population.SimulatedSubject;
import org.trabecula.simulation.skeleton.BoneKind;
import org.trabecula.simulation.skeleton.Landmarks;
import org.trabecula.simulation.skeleton.Mineral;
import org.trabecula.simulation.skeleton.Mineralised;
import org.trabecula.simulation.skeleton.Skeleton;

/** The body of one subject. */
public final class Anatomy implements Mineralised {
  private final SimulatedSubject subject;
  private final Skeleton skeleton;
  private final Skeleton operated;
  private final Landmarks landmarks;
  private final Mineral mineral;
  private final DxaResult reading;
  private final SoftTissue softTissue;
  private final List<Piece> hardware;
  private final ArmBuilder.Made arms;

  private Anatomy(
      SimulatedSubject subject,
      Skeleton skeleton,
      Skeleton operated,
      Landmarks landmarks,
      Mineral mineral,
      DxaResult reading,
      SoftTissue softTissue,
      List<Piece> hardware,
      ArmBuilder.Made arms) {
    this.subject = subject;
    this.skeleton = skeleton;
    this.operated = operated;
    this.landmarks = landmarks;
    this.mineral = mineral;
    this.reading = reading;
    this.softTissue = softTissue;
    this.hardware = List.copyOf(hardware);
    this.arms = arms;
  }

  /** What can be built of a subject before any soft tissue. */
  private record Bones(
      Build build, Column column, Skeleton skeleton, Landmarks landmarks, double headRadius) {

    static Bones of(SimulatedSubject subject, SplittableRandom random) {
      Build build = Build.draw(subject, random.split());
      Column column = Column.of(build, subject.degeneration(), random.split());
      Skeleton.Builder skeleton = Skeleton.builder();
      SplittableRandom shapes = random.split();
      for (Level level : Level.values()) {
        VertebraShape shape = column.at(level);
        new VertebraBuilder(skeleton, shape, build, subject.degeneration(), shapes.split()).add();
        if (level.ordinal() <= Level.T12.ordinal()) {
          RibBuilder.add(skeleton, shape, build, shapes);
        }
      }
      FemurBuilder femur = new FemurBuilder(build, random.split());
      PelvisBuilder pelvis =
          new PelvisBuilder(skeleton, build, column.sacralPlate(), random.split());
      pelvis.add(femur.headRadius());
      Landmarks.Hip right = femur.add(skeleton, pelvis.hipCentre(-1), -1);
      Landmarks.Hip left = femur.add(skeleton, pelvis.hipCentre(1), 1);
      Aorta.add(skeleton, column, subject.degeneration().aorticCalcification(), random.split());
      Landmarks landmarks = new Landmarks(column.regions(), right, left);
      return new Bones(build, column, skeleton.build(), landmarks, femur.headRadius());
    }
  }

  /** Builds the body of a subject: the same for the same subject. */
  public static Anatomy of(SimulatedSubject subject) {
    SplittableRandom random = new SplittableRandom(subject.shapeSeed());
    Bones made = Bones.of(subject, random);
    Skeleton bones = made.skeleton;
    Landmarks landmarks = made.landmarks;
    SoftTissue soft = SoftTissue.of(subject, made.column, landmarks, random.split());
    DxaScan scan = DxaScan.of(bones, landmarks, true);
    Mineral mineral = DensitySolver.solve(scan, subject.densities());
    ForeignBodies foreign = subject.foreign();
    List<Piece> hardware = new ArrayList<>();
    if (!foreign.isEmpty()) {
      SplittableRandom own = new SplittableRandom(foreign.seed());
      hardware.addAll(new SpineHardware(made.column, made.build, own.split()).of(foreign.spine()));
      hardware.addAll(
          new HipHardware(landmarks.rightHip(), -1, made.headRadius, own.split())
              .of(foreign.rightHip()));
      hardware.addAll(
          new HipHardware(landmarks.leftHip(), 1, made.headRadius, own.split())
              .of(foreign.leftHip()));
      hardware.addAll(
          new Things(soft.skin(), landmarks.leftHip().head(), own.split()).of(foreign.things()));
    }
    return new Anatomy(
        subject,
        bones,
        operated(bones, foreign),
        landmarks,
        mineral,
        scan.read(mineral),
        soft,
        hardware,
        ArmBuilder.of(
            subject.arms(), soft.skin(), landmarks, made.build, subject.body().fatShare()));
  }

  /** Where a hip was replaced, head and neck are gone. */
  private static Skeleton operated(Skeleton bones, ForeignBodies foreign) {
    Skeleton left = bones;
    if (foreign.rightHip().replacesHead()) {
      left = left.without(BoneKind.RIGHT_FEMUR, FemurBuilder.HEAD_AND_NECK);
    }
    return foreign.leftHip().replacesHead()
        ? left.without(BoneKind.LEFT_FEMUR, FemurBuilder.HEAD_AND_NECK)
        : left;
  }

  public SimulatedSubject subject() {
    return subject;
  }

  /** The bones before any surgery: what the subject's densities are those of. */
  @Override
  public Skeleton skeleton() {
    return skeleton;
  }

  /** The bones that surgery left: what a radiograph shows. */
  public Skeleton operated() {
    return operated;
  }

  /** Muscle of arms beside the body, in shells of fat and skin; no densitometer sees them. */
  public Skeleton armFlesh() {
    return arms.flesh();
  }

  /** The bones in it. */
  public Skeleton armBones() {
    return arms.bones();
  }

  /** Implants and things, as they lie while the legs are not turned. */
  public List<Piece> hardware() {
    return hardware;
  }

  @Override
  public Landmarks landmarks() {
    return landmarks;
  }

  @Override
  public Mineral mineral() {
    return mineral;
  }

  /** What the densitometer reads, exactly, of the spine and the right hip. */
  public DxaResult reading() {
    return reading;
  }

  /**
   * What the densitometer would read if the same bones had grown neither osteophytes nor sclerosis:
   * the 'clean' vertebrae under those that a scanner measures.
   */
  public DxaResult cleanReading() {
    if (!subject.degeneration().degenerate()) {
      return reading;
    }
    Bones clean = Bones.of(subject.withoutOsteophytes(), new SplittableRandom(subject.shapeSeed()));
    return DxaScan.of(clean.skeleton, clean.landmarks, true).read(mineral);
  }

  public SoftTissue softTissue() {
    return softTissue;
  }
}
