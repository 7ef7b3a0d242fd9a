package org.trabecula.simulation;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.trabecula.densitometry.Site;
import org.trabecula.densitometry.Subject;
import org.trabecula.radiography.View;
import org.trabecula.simulation.anatomy.Anatomy;
import org.trabecula.simulation.dxa.DxaResult;
import org.trabecula.simulation.population.Arms;
import org.trabecula.simulation.population.Degeneration;
import org.trabecula.simulation.population.ForeignBodies;
import org.trabecula.simulation.population.Fracture;
import org.trabecula.simulation.population.HipImplant;
import org.trabecula.simulation.population.Population;
import org.trabecula.simulation.population.SimulatedSubject;
import org.trabecula.simulation.projection.Positioning;
import org.trabecula.simulation.projection.Projection;
import org.trabecula.simulation.projection.Projector;

/** The numbered subject of a cohort. */
final class SubjectScene implements Scene {
  /** Readers refuse images of fewer than 256 pixels a side. */
  private static final double FEWEST_PIXELS = 264;

  private final CohortSettings settings;
  private final Population population;
  private final SimulatedSubject subject;
  private final Anatomy anatomy;
  private final DxaResult dxa;
  private final Map<String, String> clean;

  private SubjectScene(CohortSettings settings, Population population, SimulatedSubject subject) {
    this.settings = settings;
    this.population = population;
    this.subject = subject;
    this.anatomy = Anatomy.of(subject);
    this.dxa = anatomy.reading();
    this.clean = settings.view() == View.LUMBAR_AP ? clean(anatomy.cleanReading()) : Map.of();
  }

  /** Densities of the spine without osteophytes and sclerosis, which a scanner would not know. */
  private static Map<String, String> clean(DxaResult reading) {
    Map<String, String> columns = new LinkedHashMap<>();
    for (Site site : Site.values()) {
      if (site.isLumbar()) {
        columns.put("bmd_clean:" + site.label(), number(reading.bmd(site), 4));
      }
    }
    return columns;
  }

  static SubjectScene of(CohortSettings settings, int number) {
    Protocol.Drawn drawn = settings.protocol().draw(settings.seed(), number);
    return new SubjectScene(settings, drawn.population(), drawn.subject());
  }

  @Override
  public Subject person() {
    return subject.subject();
  }

  @Override
  public Projection project(int position, RandomGenerator random) {
    return project(settings, anatomy, Positioning.draw(settings.view(), subject, random));
  }

  /** Casts rays through a body, no coarser than a cohort asks for. */
  static Projection project(CohortSettings settings, Anatomy anatomy, Positioning positioning) {
    double pitch = Math.min(settings.pitchMm(), coarsestPitchMm(positioning));
    return Projector.project(anatomy, positioning, pitch);
  }

  /** Coarser pixels would leave too few of them for a reader where the field is narrow, mm. */
  static double coarsestPitchMm(Positioning positioning) {
    double side =
        Math.min(positioning.fieldWidthMm(), positioning.fieldHeightMm())
            + 2 * positioning.marginMm();
    return side / FEWEST_PIXELS;
  }

  @Override
  public Set<Site> hidden(Projection projection) {
    return HiddenSites.of(projection, subject.foreign());
  }

  @Override
  public Map<Site, Double> exact(Set<Site> hidden) {
    return dxa.exact(hidden);
  }

  @Override
  public Map<Site, Double> asRead(Set<Site> hidden, RandomGenerator random) {
    return dxa.asRead(hidden, random);
  }

  /** The measured vertebrae that have lost height, from the top down. */
  static String fractured(Degeneration degeneration) {
    String levels =
        degeneration.fractures().stream()
            .map(Fracture::level)
            .flatMap(level -> level.site().stream())
            .sorted()
            .map(Site::label)
            .collect(Collectors.joining(" "));
    return levels.isEmpty() ? "none" : levels;
  }

  @Override
  public Map<String, String> extras(Projection projection) {
    Map<String, String> extras = new LinkedHashMap<>();
    extras.put("population", population.name().toLowerCase(Locale.ROOT));
    extras.put("true_sex", subject.sex().name().toLowerCase(Locale.ROOT));
    extras.put("true_age_years", number(subject.ageYears(), 2));
    extras.put("true_height_cm", number(subject.heightCm(), 1));
    extras.put("true_weight_kg", number(subject.weightKg(), 1));
    extras.put("degenerate", Boolean.toString(subject.degeneration().degenerate()));
    extras.put("osteophytes", number(subject.degeneration().osteophytes(), 2));
    extras.put("fractures", Integer.toString(subject.degeneration().fractures().size()));
    extras.put("fractured", fractured(subject.degeneration()));
    extras.put("scoliosis_degrees", number(subject.degeneration().scoliosisDegrees(), 1));
    extras.put("schmorl_nodes", Integer.toString(subject.degeneration().schmorlNodes().size()));
    ForeignBodies foreign = subject.foreign();
    extras.put("implant", name(implant(foreign, projection.positioning())));
    extras.put(
        "objects",
        foreign.things().stream().map(SubjectScene::name).collect(Collectors.joining(" ")));
    extras.put("thickness_cm", number(subject.body().thicknessCm(), 1));
    extras.putAll(clean);
    Arms arms = subject.arms();
    if (!arms.isEmpty()) {
      extras.put("arms", arms.right() && arms.left() ? "both" : arms.right() ? "right" : "left");
    }
    return extras;
  }

  /** The implant of what the exposure aims at; of two hips that of the one that has any. */
  private static Enum<?> implant(ForeignBodies foreign, Positioning positioning) {
    if (positioning.view() == View.LUMBAR_AP) {
      return foreign.spine().kind();
    }
    return switch (positioning.laterality()) {
      case RIGHT -> foreign.rightHip();
      case LEFT -> foreign.leftHip();
      default -> foreign.rightHip() == HipImplant.NONE ? foreign.leftHip() : foreign.rightHip();
    };
  }

  private static String name(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static String number(double value, int digits) {
    return String.format(Locale.ROOT, "%." + digits + "f", value);
  }
}
