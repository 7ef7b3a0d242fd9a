package org.trabecula.simulation.anatomy;

import org.trabecula.simulation.population.Level;
import org.trabecula.simulation.skeleton.Frame;

/**
 * One vertebra's place and size.
 *
 * @param level which
 * @param frame centre of its body, across to the subject's left, front, up
 * @param width of the body, mm
 * @param depth of the body, mm
 * @param height of the body before any fracture, mm
 * @param anteriorLoss share of the front height lost
 * @param posteriorLoss share of the back height lost
 * @param discBelow height of the disc under it, mm
 */
record VertebraShape(
    Level level,
    Frame frame,
    double width,
    double depth,
    double height,
    double anteriorLoss,
    double posteriorLoss,
    double discBelow) {

  /** Height in the middle of the body, after a fracture. */
  double middleHeight() {
    return height * (1 - (anteriorLoss + posteriorLoss) / 2);
  }

  VertebraShape at(Frame place) {
    return new VertebraShape(
        level, place, width, depth, height, anteriorLoss, posteriorLoss, discBelow);
  }
}
