package org.trabecula.screening;

import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.trabecula.radiography.CanonicalView;
import org.trabecula.radiography.Radiograph;
import org.trabecula.radiography.Refusal;
import org.trabecula.radiography.Refusal.Reason;
import org.trabecula.radiography.View;

/**
 * Screens radiographs with one model package. Owns native memory: close it. Safe for many threads;
 * a result does not depend on what else is screened.
 */
public final class Screener implements AutoCloseable {
  /** A film must have a pixel for each half canonical pixel or so: 3 mm. */
  private static final double COARSEST_PIXELS_PER_CANONICAL = 0.5;

  private final ModelPackage model;
  private final ViewNetwork viewNetwork;
  private final Map<View, DensityNetwork> densityNetworks;

  private Screener(
      ModelPackage model, ViewNetwork viewNetwork, Map<View, DensityNetwork> densityNetworks) {
    this.model = model;
    this.viewNetwork = viewNetwork;
    this.densityNetworks = densityNetworks;
  }

  /**
   * Opens a model package.
   *
   * @throws IOException with one sentence, if the package is not valid
   */
  public static Screener open(Path folder, ScreenerOptions options) throws IOException {
    ModelPackage model = ModelPackage.read(folder);
    Map<View, DensityNetwork> networks = new EnumMap<>(View.class);
    try {
      for (DensityModel density : model.densityModels()) {
        networks.put(density.view(), DensityNetwork.open(folder, density, options.threads()));
      }
      return new Screener(
          model, ViewNetwork.open(folder, model.viewNetwork(), options.threads()), networks);
    } catch (IOException e) {
      networks.values().forEach(DensityNetwork::close);
      throw e;
    }
  }

  /** Screens a radiograph. */
  public Screening screen(Radiograph radiograph, ScreenRequest request) {
    ViewFinder finder = new ViewFinder(viewNetwork, model.viewNetwork().minimumProbability());
    return switch (finder.find(radiograph, request.view())) {
      case ViewFinder.NotFound none -> new Screening.Declined(radiograph, none.refusal());
      case ViewFinder.Found found -> estimate(found, request);
    };
  }

  private Screening estimate(ViewFinder.Found found, ScreenRequest request) {
    View view = found.decision().view();
    Optional<DensityModel> density = model.densityModel(view);
    if (density.isEmpty()) {
      return declined(
          found.film(),
          Reason.WRONG_VIEW,
          "The model package %s does not read %s.".formatted(model.name(), view.code()),
          "Use a model package that does.");
    }
    if (found.canonical().frame().rowsPerPixel() < COARSEST_PIXELS_PER_CANONICAL) {
      return declined(
          found.film(),
          Reason.TOO_SMALL,
          "The film's pixels are larger than 3 mm.",
          "Export the film at its full resolution.");
    }
    Measured measured = measure(found.film(), found.canonical(), density.get());
    if (!measured.output().answers()) {
      return declined(
          found.film(),
          Reason.UNLIKE_TRAINING,
          "The network gives no numbers for this film.",
          "Use DXA, or a model that was trained on such films.");
    }
    QualityGate.Verdict verdict = new QualityGate(density.get()).judge(measured.findings());
    return verdict.refusal().isPresent()
        ? new Screening.Declined(found.film(), verdict.refusal().get())
        : new Answer(model, density.get(), request).of(found, measured, verdict);
  }

  private static Screening declined(
      Radiograph film, Reason reason, String sentence, String advice) {
    return new Screening.Declined(film, new Refusal(reason, sentence, advice));
  }

  /**
   * Measures a film that is known to show a view, without limits or calibration; a hip's side is
   * taken from its description.
   *
   * @throws IllegalArgumentException if the model package has no network for the view
   */
  public Measured measure(Radiograph radiograph, View view) {
    DensityModel density =
        model
            .densityModel(view)
            .orElseThrow(
                () -> new IllegalArgumentException("There is no network for " + view.code()));
    return measure(radiograph, CanonicalView.of(radiograph, view), density);
  }

  private Measured measure(Radiograph film, CanonicalView canonical, DensityModel density) {
    DensityNetwork network = densityNetworks.get(density.view());
    if (network == null) {
      throw new IllegalStateException("No network is open for " + density.view().code());
    }
    NetworkOutput output = network.run(ModelInput.of(canonical, film.description()));
    return new Measured(
        canonical, output, new QualityGate(density).measure(film, canonical, output));
  }

  /** What the model package says of itself. */
  public ModelPackage model() {
    return model;
  }

  @Override
  public void close() {
    viewNetwork.close();
    densityNetworks.values().forEach(DensityNetwork::close);
  }
}
