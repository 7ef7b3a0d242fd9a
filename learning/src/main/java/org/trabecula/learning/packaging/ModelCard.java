package org.trabecula.learning.packaging;

import static java.util.Locale.ROOT;

import java.util.Map;
import org.trabecula.densitometry.Site;
import org.trabecula.screening.DensityModel;
import org.trabecula.screening.ModelPackage;
import org.trabecula.screening.SiteCalibration;

/** The card that goes with a model package, as Markdown. */
final class ModelCard {
  private ModelCard() {}

  /**
   * The card.
   *
   * @param heldOut mean absolute error on held-out subjects by network and site, g/cm2
   */
  static String of(ModelPackage model, Map<String, Map<Site, Double>> heldOut) {
    StringBuilder card = new StringBuilder();
    card.append("# Model card: %s %s\n\n".formatted(model.name(), model.version()));
    card.append(
        model.synthetic()
            ? """
            **Trained on simulated (synthetic) radiographs only. For research; not a medical device.
            Calibrate it on your own pairs of radiograph and DXA before you believe a number.**
            A single film does not hold the absolute density: every estimate leans on what the
            simulator thinks bodies are like.
            """
            : "**For research; not a medical device.**\n");
    card.append(
        """

        ## What it does
        From a frontal radiograph of the lumbar spine or of one hip it estimates areal bone mineral
        density (g/cm2, scale %s) with an interval that is meant to hold 90 %% of true values,
        a map of areal mineral, and the regions L1 to L4 or femoral neck, trochanter and total hip.
        It never rules a disease out. Films that are unlike its training are declined.

        ## Held-out subjects%s
        Calibrated on these subjects, so the figures are a little too good; see docs/results.md for
        fresh ones.

        | network | site | MAE, g/cm2%s | 90 %% quantile | trained range, g/cm2 |
        |---|---|---|---|---|
        """
            .formatted(
                model.scale(),
                model.synthetic() ? " (synthetic)" : "",
                model.synthetic() ? " (synthetic)" : ""));
    for (DensityModel density : model.densityModels()) {
      String network = density.view().code();
      density.sites().forEach((site, c) -> card.append(row(network, site, c, heldOut)));
    }
    card.append("\n## Where it comes from\n");
    card.append(
        "Code commit `%s`, data SHA-256 `%s`, seed %d.\n\n```\n%s\n```\n\n"
            .formatted(
                model.provenance().commit(),
                model.provenance().dataSha256(),
                model.provenance().seed(),
                model.provenance().command()));
    model
        .provenance()
        .parent()
        .ifPresent(parent ->
            card.append(
                "The networks started from the weights of %s %s (SHA-256 of its model.json `%s`).%n%n"
                    .formatted(parent.name(), parent.version(), parent.sha256())));
    model
        .provenance()
        .settings()
        .forEach((name, value) -> card.append("- %s: `%s`\n".formatted(name, value)));
    return card.toString();
  }

  private static String row(
      String network, Site site, SiteCalibration c, Map<String, Map<Site, Double>> heldOut) {
    Double error = heldOut.getOrDefault(network, Map.of()).get(site);
    return String.format(
        ROOT,
        "| %s | %s | %s | %.3f | %.3f to %.3f |%n",
        network,
        site.label(),
        error == null ? "unknown" : String.format(ROOT, "%.3f", error),
        c.quantile90(),
        c.trainedLow(),
        c.trainedHigh());
  }
}
