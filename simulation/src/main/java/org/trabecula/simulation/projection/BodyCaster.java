package org.trabecula.simulation.projection;

import org.trabecula.simulation.anatomy.Blob;
import org.trabecula.simulation.anatomy.Envelope;
import org.trabecula.simulation.anatomy.SoftTissue;
import org.trabecula.simulation.anatomy.Unevenness;
import org.trabecula.simulation.skeleton.Camera;
import org.trabecula.simulation.skeleton.Footprint;
import org.trabecula.simulation.skeleton.Frame;
import org.trabecula.simulation.skeleton.Point;

/** Lengths through soft tissue, mm, on a camera's pixels. */
final class BodyCaster {
  /** Spread of the share of lean along a ray [K]. */
  private static final double SWAPPED = 0.07;

  /** Spread of a lumen's depth by folds [K]. */
  private static final double DENTS = 0.25;

  /** Fluid and mucosa at a lumen's walls, mm [K]. */
  private static final double FILM = 1.2;

  /** Share of gas in stool, and its spread [K]. */
  private static final double STOOL_GAS = 0.10;

  private static final double STOOL_SPREAD = 0.13;

  final float[] body;
  final float[] within;
  final float[] lean;
  final float[] fat;
  final float[] gas;
  private final float[] bubbles;
  private final float[] lumens;
  private final float[] stools;
  private final Camera camera;
  private final SoftTissue tissue;
  private final Point source;

  BodyCaster(Camera camera, SoftTissue tissue) {
    this.camera = camera;
    this.tissue = tissue;
    this.source = camera.source().orElseThrow();
    int pixels = camera.rows() * camera.columns();
    body = new float[pixels];
    within = new float[pixels];
    lean = new float[pixels];
    fat = new float[pixels];
    gas = new float[pixels];
    bubbles = new float[pixels];
    lumens = new float[pixels];
    stools = new float[pixels];
  }

  void cast(int fromRow, int toRow) {
    envelopes(fromRow, toRow);
    for (Blob blob : tissue.blobs()) {
      Footprint print =
          Footprint.of(camera, blob.frame().origin(), blob.reach()).within(fromRow, toRow);
      if (!print.isEmpty()) {
        blob(blob, print);
      }
    }
    fill(fromRow, toRow);
  }

  /** What is uneven: bowel's walls, stool, and the mixture between the organs. */
  private void fill(int fromRow, int toRow) {
    double pitch = camera.pitchMm();
    Unevenness unevenness = tissue.unevenness();
    for (int row = fromRow; row < toRow; row++) {
      Point start = camera.corner().plus(camera.down().times(row * pitch)).minus(source);
      for (int column = 0; column < camera.columns(); column++) {
        int pixel = row * camera.columns() + column;
        if (within[pixel] > 0) {
          Point ray = start.plus(camera.right().times(column * pitch));
          double depth = (tissue.centreY() - source.y()) / ray.y();
          double x = source.x() + depth * ray.x();
          double z = source.z() + depth * ray.z();
          double folds = unevenness.folds(x, z);
          bowel(pixel, folds, lumens[pixel] + stools[pixel] > 0 ? unevenness.lumps(x, z) : 0);
          mixture(pixel, folds);
        }
      }
    }
  }

  private void bowel(int pixel, double folds, double lumps) {
    if (lumens[pixel] > 0) {
      // Folds of mucosa and fluid take more from a shallow rim than from the middle.
      double left = Math.sqrt(lumens[pixel]) * (1 + DENTS * folds) - FILM * (1.5 + lumps);
      gas[pixel] += (float) Math.max(0, left);
    }
    if (stools[pixel] > 0) {
      double depth = Math.sqrt(stools[pixel]);
      double air = Math.clamp(STOOL_GAS + STOOL_SPREAD * lumps, 0, 0.6);
      gas[pixel] += (float) (air * depth);
      lean[pixel] += (float) ((1 - air) * depth);
    }
    gas[pixel] = Math.min(gas[pixel] + bubbles[pixel], 0.8f * within[pixel]);
  }

  /** Swaps fat for lean or lean for fat: the thickness stays. */
  private void mixture(int pixel, double folds) {
    double swapped = SWAPPED * folds * within[pixel];
    if (swapped > 0) {
      lean[pixel] += (float) (swapped / (1 - tissue.leanShare()));
    } else {
      fat[pixel] += (float) (-swapped / tissue.leanShare());
    }
  }

  private void envelopes(int fromRow, int toRow) {
    double pitch = camera.pitchMm();
    for (int row = fromRow; row < toRow; row++) {
      Point start = camera.corner().plus(camera.down().times(row * pitch));
      for (int column = 0; column < camera.columns(); column++) {
        double dx = start.x() + column * pitch * camera.right().x() - source.x();
        double dy = start.y() + column * pitch * camera.right().y() - source.y();
        double dz = start.z() + column * pitch * camera.right().z() - source.z();
        // Per mm of depth, and the ray's length per mm of depth.
        double sx = dx / dy;
        double sz = dz / dy;
        double stretch = Math.sqrt(1 + sx * sx + sz * sz);
        int pixel = row * camera.columns() + column;
        body[pixel] = (float) (stretch * between(tissue.skin(), sx, sz));
        // Both are found in few steps: where they nearly touch, one may overshoot the other.
        double inner = stretch * between(tissue.inner(), sx, sz);
        within[pixel] = (float) Math.min(inner, body[pixel]);
      }
    }
  }

  /** Depth between the front and the back surface along a ray, by fixed-point iteration. */
  private double between(Envelope envelope, double sx, double sz) {
    double front = 60;
    double back = -60;
    for (int i = 0; i < 2; i++) {
      double f = front - source.y();
      double b = back - source.y();
      front = envelope.front(source.x() + f * sx, source.z() + f * sz);
      back = envelope.back(source.x() + b * sx, source.z() + b * sz);
    }
    return Math.max(0, front - back);
  }

  private void blob(Blob blob, Footprint print) {
    Frame f = blob.frame();
    Point from = source.minus(f.origin());
    double ox = from.dot(f.across()) / blob.across();
    double oy = from.dot(f.front()) / blob.front();
    double oz = from.dot(f.up()) / blob.up();
    double oo = ox * ox + oy * oy + oz * oz - 1;
    double pitch = camera.pitchMm();
    for (int row = print.firstRow(); row <= print.lastRow(); row++) {
      Point start = camera.corner().plus(camera.down().times(row * pitch)).minus(source);
      for (int column = print.firstColumn(); column <= print.lastColumn(); column++) {
        double rx = start.x() + column * pitch * camera.right().x();
        double ry = start.y() + column * pitch * camera.right().y();
        double rz = start.z() + column * pitch * camera.right().z();
        double dx =
            (rx * f.across().x() + ry * f.across().y() + rz * f.across().z()) / blob.across();
        double dy = (rx * f.front().x() + ry * f.front().y() + rz * f.front().z()) / blob.front();
        double dz = (rx * f.up().x() + ry * f.up().y() + rz * f.up().z()) / blob.up();
        double a = dx * dx + dy * dy + dz * dz;
        double b = ox * dx + oy * dy + oz * dz;
        double square = b * b - a * oo;
        if (square > 0) {
          double length = 2 * Math.sqrt(square) / a * Math.sqrt(rx * rx + ry * ry + rz * rz);
          put(blob.kind(), row * camera.columns() + column, (float) length);
        }
      }
    }
  }

  private void put(Blob.Kind kind, int pixel, float length) {
    switch (kind) {
      case LEAN -> {
        lean[pixel] += length;
        fat[pixel] = Math.max(0, fat[pixel] - length);
      }
      case FAT -> fat[pixel] += length;
      case GAS -> lumens[pixel] += length * length;
      case STOOL -> stools[pixel] += length * length;
      case BUBBLE -> bubbles[pixel] += length;
      case LUNG -> gas[pixel] = Math.max(gas[pixel], 0.72f * Math.min(length, within[pixel]));
    }
  }
}
