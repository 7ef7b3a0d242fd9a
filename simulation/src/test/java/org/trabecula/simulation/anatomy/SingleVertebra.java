package org.trabecula.simulation.anatomy;

import java.util.SplittableRandom;
import org.trabecula.simulation.population.Degeneration;
import org.trabecula.simulation.population.Level;
import org.trabecula.simulation.skeleton.Skeleton;

/**
 * A vertebra without wear, as the only bone of a skeleton.
 *
 * @param shape its place and size
 * @param skeleton of its parts
 */
record SingleVertebra(VertebraShape shape, Skeleton skeleton) {
  static SingleVertebra of(Build build, Level level, SplittableRandom random) {
    VertebraShape shape = Column.of(build, Degeneration.NONE, random).at(level);
    Skeleton.Builder builder = Skeleton.builder();
    new VertebraBuilder(builder, shape, build, Degeneration.NONE, random).add();
    return new SingleVertebra(shape, builder.build());
  }
}
