package org.trabecula.simulation.skeleton;

/**
 * What fills a part of a bone.
 *
 * @param shellMm thickness of the cortical shell
 * @param shellGradient its change per mm along x, y and z
 * @param endShellMm thickness at the ends of a lens (end-plates)
 * @param trabecularFactor density of the trabecular bone relative to the bone's own
 * @param neckShare share of the bone's second density group here, 0 to 1
 */
public record Tissue(
    double shellMm,
    Point shellGradient,
    double endShellMm,
    double trabecularFactor,
    double neckShare) {

  /** An even shell. */
  public static Tissue shell(double shellMm) {
    return new Tissue(shellMm, Point.ORIGIN, shellMm, 1, 0);
  }

  public Tissue withEnds(double mm) {
    return new Tissue(shellMm, shellGradient, mm, trabecularFactor, neckShare);
  }

  public Tissue withTrabecular(double factor) {
    return new Tissue(shellMm, shellGradient, endShellMm, factor, neckShare);
  }

  public Tissue withGradient(Point perMm) {
    return new Tissue(shellMm, perMm, endShellMm, trabecularFactor, neckShare);
  }

  public Tissue withNeckShare(double share) {
    return new Tissue(shellMm, shellGradient, endShellMm, trabecularFactor, share);
  }
}
