package org.trabecula.simulation;

import org.trabecula.radiography.Radiograph;
import org.trabecula.radiography.ReadOptions;
import org.trabecula.radiography.Reading;
import org.trabecula.radiography.StoredImage;
import org.trabecula.simulation.look.Look;
import org.trabecula.simulation.physics.Exposure;

/**
 * A synthetic radiograph, ready to be written.
 *
 * @param image the stored values
 * @param look how it was developed
 * @param exposure how it was exposed
 * @param pitchMm pixel pitch on the detector
 * @param statedMagnification of the patient's plane as its department states it; 1 if it does not
 * @param description what a reader will know of it
 */
public record Film(
    StoredImage image,
    Look look,
    Exposure exposure,
    double pitchMm,
    double statedMagnification,
    Radiograph.Description description) {

  /** Whether its look or tube voltage is held back from training. */
  public boolean heldBack() {
    return look.heldBack() || exposure.beam().kvp() > Protocol.HELD_BACK_KVP;
  }

  /** What a reader makes of the film's file, without writing one. */
  public Reading read(ReadOptions options) {
    return FilmFiles.read(this, options);
  }

  /** The same film with other stored values. */
  public Film with(StoredImage other) {
    return new Film(other, look, exposure, pitchMm, statedMagnification, description);
  }

  /** The same film of which something else is known. */
  public Film with(Radiograph.Description other) {
    return new Film(image, look, exposure, pitchMm, statedMagnification, other);
  }
}
