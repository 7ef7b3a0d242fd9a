package org.trabecula.simulation.anatomy;

import java.util.SplittableRandom;
import org.trabecula.simulation.dxa.DxaScan;
import org.trabecula.simulation.population.Level;
import org.trabecula.simulation.population.SimulatedSubject;
import org.trabecula.simulation.skeleton.Landmarks;
import org.trabecula.simulation.skeleton.Mineral;
import org.trabecula.simulation.skeleton.Mineralised;
import org.trabecula.simulation.skeleton.Skeleton;

/** The body of one subject. */
public final class Anatomy implements Mineralised {
  private final SimulatedSubject subject;
  private final Skeleton skeleton;
  private final Landmarks landmarks;
  private final Mineral mineral;
  private final SoftTissue softTissue;

  private Anatomy(
      SimulatedSubject subject,
      Skeleton skeleton,
      Landmarks landmarks,
      Mineral mineral,
      SoftTissue softTissue) {
    this.subject = subject;
    this.skeleton = skeleton;
    this.landmarks = landmarks;
    this.mineral = mineral;
    this.softTissue = softTissue;
  }

  /** Builds the body of a subject: the same for the same subject. */
  public static Anatomy of(SimulatedSubject subject) {
    SplittableRandom random = new SplittableRandom(subject.shapeSeed());
    Build build = Build.draw(subject, random.split());
    Column column = Column.of(build, subject.degeneration(), random.split());
    Skeleton.Builder skeleton = Skeleton.builder();
    SplittableRandom shapes = random.split();
    for (Level level : Level.values()) {
      VertebraShape shape = column.at(level);
      new VertebraBuilder(skeleton, shape, build, subject.degeneration(), shapes).add();
      if (level.ordinal() <= Level.T12.ordinal()) {
        RibBuilder.add(skeleton, shape, build, shapes);
      }
    }
    FemurBuilder femur = new FemurBuilder(build, random.split());
    PelvisBuilder pelvis = new PelvisBuilder(skeleton, build, column.sacralPlate(), random.split());
    pelvis.add(femur.headRadius());
    Landmarks.Hip right = femur.add(skeleton, pelvis.hipCentre(-1), -1);
    Landmarks.Hip left = femur.add(skeleton, pelvis.hipCentre(1), 1);
    Aorta.add(skeleton, column, subject.degeneration().aorticCalcification(), random.split());
    Landmarks landmarks = new Landmarks(column.regions(), right, left);
    SoftTissue soft = SoftTissue.of(subject, column, landmarks, random.split());
    Skeleton bones = skeleton.build();
    Mineral mineral = DensitySolver.solve(DxaScan.of(bones, landmarks, true), subject.densities());
    return new Anatomy(subject, bones, landmarks, mineral, soft);
  }

  public SimulatedSubject subject() {
    return subject;
  }

  @Override
  public Skeleton skeleton() {
    return skeleton;
  }

  @Override
  public Landmarks landmarks() {
    return landmarks;
  }

  @Override
  public Mineral mineral() {
    return mineral;
  }

  public SoftTissue softTissue() {
    return softTissue;
  }
}
