package org.trabecula.simulation.ct;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.trabecula.simulation.dxa.DxaResult;
import org.trabecula.simulation.projection.ArealMasses;
import org.trabecula.simulation.projection.CollimatedField;
import org.trabecula.simulation.projection.Material;
import org.trabecula.simulation.projection.Positioning;
import org.trabecula.simulation.projection.Projection;
import org.trabecula.simulation.projection.Projector;
import org.trabecula.simulation.projection.RegionMap;
import org.trabecula.simulation.skeleton.Camera;
import org.trabecula.simulation.skeleton.Landmarks;
import org.trabecula.simulation.skeleton.Point;

/** A person as a CT and its label map show one, ready to be laid under the tube. */
public final class CtBody {
  private final Part part;
  private final String identity;
  private final Regions regions;
  private final Point target;
  private final TissueGrids grids;
  private final DxaResult dxa;

  private CtBody(Part part, String identity, Regions regions, TissueGrids grids) {
    this.part = part;
    this.identity = identity;
    this.regions = regions;
    this.target = regions.target();
    this.grids = grids;
    this.dxa = CtDxa.measure(regions, grids.mineral());
  }

  /**
   * Prepares a CT: finds person and regions, decomposes voxels into materials, and measures.
   *
   * @throws UnusableCtException if the labels lie on another grid or lack a bone, or if there is no
   *     person
   */
  public static CtBody of(CtVolume ct, LabelVolume labels, HuCalibration calibration, Part part)
      throws UnusableCtException {
    if (!ct.grid().matches(labels.grid())) {
      throw new UnusableCtException(
          "The label map lies on another grid than the CT: %s, not %s."
              .formatted(text(labels.grid()), text(ct.grid())));
    }
    Point centre = centre(labels, part);
    VoxelGrid grid = ct.grid().around(centre);
    CtVolume placed = ct.on(grid);
    LabelVolume placedLabels = labels.on(grid);
    Regions regions = Regions.find(placedLabels, part);
    BodyMask person = BodyMask.of(placed);
    TissueGrids grids = TissueGrids.of(placed, placedLabels, person, calibration, part);
    String identity =
        "%s %08x %08x %s".formatted(part, ct.fingerprint(), labels.fingerprint(), calibration);
    return new CtBody(part, identity, regions, grids);
  }

  private static String text(VoxelGrid g) {
    return "%d x %d x %d voxels of %.2f x %.2f x %.2f mm from %.1f, %.1f, %.1f"
        .formatted(
            g.across(),
            g.front(),
            g.up(),
            g.stepAcross().length(),
            g.stepFront().length(),
            g.stepUp().length(),
            g.origin().x(),
            g.origin().y(),
            g.origin().z());
  }

  /** What becomes the body's origin: the middle of L3, or of the femur. */
  private static Point centre(LabelVolume labels, Part part) throws UnusableCtException {
    int label =
        switch (part) {
          case LUMBAR_SPINE -> Structures.vertebra(org.trabecula.densitometry.Site.L3);
          case RIGHT_HIP -> Structures.FEMUR_RIGHT;
          case LEFT_HIP -> Structures.FEMUR_LEFT;
        };
    return Solid.of(labels, label)
        .map(Solid::core)
        .orElseThrow(() ->
            new UnusableCtException(
                "The label map has no %s (label %d of TotalSegmentator)."
                    .formatted(Structures.name(label), label)));
  }

  /** What it shows. */
  public Part part() {
    return part;
  }

  /** Tells scan, labels, calibration and part from others. */
  public String identity() {
    return identity;
  }

  /** What a densitometer reads of it: parallel rays from the front, the body as it was scanned. */
  public DxaResult dxa() {
    return dxa;
  }

  /** Front to back through the middle of the measured region, cm. */
  public double thicknessCm() {
    return grids.thicknessCm();
  }

  /** Metal anywhere in the body, mm³. */
  public double metalMm3() {
    return grids.metalMm3();
  }

  /** Metal in the measured bones, mm³. */
  public double measuredMetalMm3() {
    return grids.measuredMetalMm3();
  }

  /** The voxels that rays are cast through. */
  public VoxelGrid grid() {
    return grids.mineral().grid();
  }

  /** The measured vertebrae; none of a hip. */
  List<Landmarks.Vertebra> vertebrae() {
    return regions.vertebrae();
  }

  /**
   * Fits an exposure to what was scanned: the legs lie as they lay, and the field keeps to the
   * scan's length, as beyond it there is nothing.
   */
  public Positioning fitted(Positioning wanted, double pitchMm) {
    return CtField.fitted(wanted.of(part.laterality()), target, grid(), pitchMm);
  }

  /**
   * Casts the rays of an exposure.
   *
   * @param positioning from {@link #fitted}
   */
  public Projection project(Positioning positioning, double pitchMm, boolean parallel) {
    Camera camera = Projector.camera(target, positioning, pitchMm);
    int pixels = camera.rows() * camera.columns();
    Map<Material, float[]> maps = new EnumMap<>(Material.class);
    Joseph.Integrals mineral = Joseph.project(grids.mineral(), camera, parallel);
    Joseph.Integrals soft = Joseph.project(grids.soft(), camera, parallel);
    Optional<Joseph.Integrals> metal =
        grids.metal().map(grid -> Joseph.project(grid, camera, parallel));
    maps.put(Material.HYDROXYAPATITE, notNegative(mineral.first()));
    maps.put(Material.LEAN, notNegative(soft.first()));
    maps.put(Material.FAT, notNegative(soft.second()));
    maps.put(
        Material.METAL,
        metal.map(integrals -> notNegative(integrals.first())).orElseGet(() -> new float[pixels]));
    ArealMasses masses =
        new ArealMasses(
            camera.rows(), camera.columns(), pitchMm, positioning.magnification(), maps);
    byte[] flags = regions.flags(camera, mineral.second());
    float[] behind = masses.map(Material.METAL);
    for (int pixel = 0; pixel < pixels; pixel++) {
      flags[pixel] |= behind[pixel] > RegionMap.LEAST_METAL ? (byte) RegionMap.METAL : 0;
    }
    RegionMap map = new RegionMap(camera.rows(), camera.columns(), flags);
    return new Projection(masses, map, CollimatedField.of(camera, positioning), positioning);
  }

  /** Sharpening may leave a trace below zero beside an edge. */
  private static float[] notNegative(float[] map) {
    float[] clamped = Arrays.copyOf(map, map.length);
    for (int i = 0; i < clamped.length; i++) {
      clamped[i] = Math.max(0, clamped[i]);
    }
    return clamped;
  }
}
