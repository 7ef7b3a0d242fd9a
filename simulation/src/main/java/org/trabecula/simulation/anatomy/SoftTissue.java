package org.trabecula.simulation.anatomy;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.trabecula.densitometry.Sex;
import org.trabecula.simulation.population.Body;
import org.trabecula.simulation.population.SimulatedSubject;
import org.trabecula.simulation.skeleton.Landmarks;

/** Skin, fat layer, the mixture within, and organs and gas in it. */
public final class SoftTissue {
  private final Envelope skin;
  private final Envelope inner;
  private final double leanShare;
  private final double marrowFat;
  private final List<Blob> blobs;
  private final Unevenness unevenness;
  private final double centreY;

  private SoftTissue(
      Envelope skin,
      Envelope inner,
      double leanShare,
      double marrowFat,
      List<Blob> blobs,
      Unevenness unevenness,
      double centreY) {
    this.skin = skin;
    this.inner = inner;
    this.leanShare = leanShare;
    this.marrowFat = marrowFat;
    this.blobs = List.copyOf(blobs);
    this.unevenness = unevenness;
    this.centreY = centreY;
  }

  static SoftTissue of(
      SimulatedSubject subject, Column column, Landmarks marks, SplittableRandom random) {
    Body body = subject.body();
    double half = 5 * body.thicknessCm();
    double thickness = 2 * half;
    double width = half * body.widthRatio();
    double fat = body.fatShare();
    double layer = Math.clamp(thickness * (0.02 + 0.22 * (fat - 0.1)), 4, 45);
    // The spine's middle lies a little behind the body's.
    double centre = thickness * 0.13 + 4 * random.nextGaussian();
    double bones = marks.leftHip().head().x();
    // Ribs, iliac crests (1.6 hip distances apart) and trochanters lie under the skin.
    Envelope.Measures measures =
        new Envelope.Measures(
            Math.max(0.98 * width, 1.52 * bones + layer + 6),
            Math.max(width, 1.30 * bones + layer),
            Math.max(1.06 * width, 1.84 * bones + layer + 6),
            half,
            centre,
            marks.leftHip().head().z());
    Envelope skin = new Envelope(measures, 0);
    Envelope inner = new Envelope(measures, layer);
    List<Blob> blobs = new ArrayList<>();
    Cavity cavity = new Cavity(inner, marks);
    new Organs(subject, column, half, cavity, random.split()).addTo(blobs);
    new Thighs(marks, inner, random.split()).addTo(blobs);
    new Gas(body, half, centre, cavity, random.split()).addTo(blobs);
    double lean = Math.clamp(0.88 - 0.75 * (fat - 0.15) + 0.04 * random.nextGaussian(), 0.55, 0.96);
    // Yellow marrow grows with age [K].
    double yellow =
        Math.clamp(
            0.25 + 0.004 * subject.ageYears() + (subject.sex() == Sex.MALE ? 0.03 : 0), 0, 1);
    return new SoftTissue(skin, inner, lean, yellow, blobs, new Unevenness(random.split()), centre);
  }

  public Envelope skin() {
    return skin;
  }

  /** The inner side of the fat layer. */
  public Envelope inner() {
    return inner;
  }

  /** Volume share of lean in the mixture between the organs. */
  public double leanShare() {
    return leanShare;
  }

  /** Volume share of fat in the marrow. */
  public double marrowFat() {
    return marrowFat;
  }

  public List<Blob> blobs() {
    return blobs;
  }

  /** Where there is more lean or more fat than elsewhere, and the lumps in stool. */
  public Unevenness unevenness() {
    return unevenness;
  }

  /** Middle of the trunk from front to back. */
  public double centreY() {
    return centreY;
  }
}
