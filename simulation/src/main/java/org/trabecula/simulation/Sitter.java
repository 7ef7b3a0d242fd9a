package org.trabecula.simulation;

import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;
import org.trabecula.densitometry.Site;
import org.trabecula.radiography.View;
import org.trabecula.simulation.anatomy.Anatomy;
import org.trabecula.simulation.dxa.DxaResult;
import org.trabecula.simulation.population.SimulatedSubject;
import org.trabecula.simulation.projection.Positioning;
import org.trabecula.simulation.projection.Projection;

/**
 * A numbered subject of a cohort who sits for any number of films, in memory. The films are those
 * that {@link CohortWriter} writes of the cohort, unless they are taken otherwise.
 */
public final class Sitter {
  private final CohortSettings settings;
  private final int number;
  private final SimulatedSubject subject;
  private final Anatomy anatomy;

  private Sitter(CohortSettings settings, int number, SimulatedSubject subject) {
    this.settings = settings;
    this.number = number;
    this.subject = subject;
    this.anatomy = Anatomy.of(subject);
  }

  /** The numbered subject of a cohort. */
  public static Sitter of(CohortSettings settings, int number) {
    return new Sitter(
        settings, number, settings.protocol().draw(settings.seed(), number).subject());
  }

  /** The same subject, changed, in the same cohort: lain down and exposed as the subject is. */
  public Sitter changed(UnaryOperator<SimulatedSubject> change) {
    return new Sitter(settings, number, change.apply(subject));
  }

  /** Who sits. */
  public SimulatedSubject subject() {
    return subject;
  }

  /** How the subject lies the given time, as the cohort has it. */
  public Positioning positioning(int position) {
    return positioning(settings.view(), position);
  }

  /** The same for another view. */
  public Positioning positioning(View view, int position) {
    long seed =
        Simulator.seed(settings.seed(), number, SubjectFiles.FIRST_POSITION_DRAW - position);
    return Positioning.draw(view, subject, new SplittableRandom(seed));
  }

  /** Casts rays through the subject who lies so. */
  public Projection project(Positioning positioning) {
    return SubjectScene.project(settings, anatomy, positioning);
  }

  /** The numbered film of the subject, from a projection. */
  public Film film(Projection projection, int film, Retake retake) {
    long seed = Simulator.seed(settings.seed(), number, film);
    return Simulator.of(settings.protocol()).film(projection, subject.subject(), seed, retake);
  }

  /** Sites that one exposure cannot tell: metal lies over them or took their place. */
  public Set<Site> hidden(Projection projection) {
    return HiddenSites.of(projection, subject.foreign());
  }

  /**
   * The exact areal density of a site, g/cm². Of a sum of vertebrae of which some do not count, it
   * is content over area of the others.
   *
   * @param counting vertebrae that count; empty for all
   */
  public double exact(Site site, List<Site> counting) {
    DxaResult reading = anatomy.reading();
    int whole = site == Site.L1_L4 ? 4 : site == Site.L2_L4 ? 3 : 0;
    if (counting.isEmpty() || counting.size() == whole) {
      return reading.bmd(site);
    }
    double content = 0;
    double area = 0;
    for (Site vertebra : counting) {
      content += reading.at(vertebra).contentG();
      area += reading.at(vertebra).areaCm2();
    }
    return content / area;
  }
}
