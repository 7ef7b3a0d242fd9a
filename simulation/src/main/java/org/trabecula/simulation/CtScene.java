package org.trabecula.simulation;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.trabecula.densitometry.Site;
import org.trabecula.densitometry.Subject;
import org.trabecula.radiography.View;
import org.trabecula.simulation.ct.CtBody;
import org.trabecula.simulation.projection.Positioning;
import org.trabecula.simulation.projection.Projection;

/** The person of a CT. */
record CtScene(CohortSettings settings, CtBody body, Subject person) implements Scene {

  @Override
  public Projection project(int position, RandomGenerator random) {
    double pitch = settings.pitchMm();
    Positioning drawn = Positioning.draw(settings.view(), body.thicknessCm(), random);
    Positioning fitted = body.fitted(drawn, pitch);
    return body.project(fitted, Math.min(pitch, SubjectScene.coarsestPitchMm(fitted)), true);
  }

  @Override
  public Set<Site> hidden(Projection projection) {
    Set<Site> hidden = HiddenSites.of(projection.regions());
    if (body.part().view() == View.HIP_AP && body.measuredMetalMm3() > 0) {
      hidden.addAll(Set.of(Site.FEMORAL_NECK, Site.TROCHANTER, Site.TOTAL_HIP));
    }
    return hidden;
  }

  @Override
  public Map<Site, Double> exact(Set<Site> hidden) {
    return body.dxa().exact(hidden);
  }

  @Override
  public Map<Site, Double> asRead(Set<Site> hidden, RandomGenerator random) {
    return body.dxa().asRead(hidden, random);
  }

  @Override
  public Map<String, String> extras(Projection projection) {
    Map<String, String> extras = new LinkedHashMap<>();
    extras.put("population", "ct");
    extras.put("thickness_cm", SubjectScene.number(body.thicknessCm(), 1));
    extras.put("metal_cm3", SubjectScene.number(body.metalMm3() / 1000, 2));
    return extras;
  }
}
