package org.trabecula.learning.packaging;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.trabecula.cohort.Manifest;
import org.trabecula.densitometry.ScannerScale;
import org.trabecula.densitometry.Site;
import org.trabecula.learning.data.Film;
import org.trabecula.learning.data.Preparation;
import org.trabecula.learning.data.Progress;
import org.trabecula.learning.data.ViewFilm;
import org.trabecula.learning.network.Weights;
import org.trabecula.learning.onnx.OnnxExport;
import org.trabecula.learning.onnx.OnnxParameters;
import org.trabecula.learning.training.DensityTraining;
import org.trabecula.learning.training.DensityTraining.Predicted;
import org.trabecula.learning.training.TrainingEvent;
import org.trabecula.learning.training.TrainingSettings;
import org.trabecula.learning.training.ViewThreshold;
import org.trabecula.learning.training.ViewTraining;
import org.trabecula.radiography.View;
import org.trabecula.screening.DensityModel;
import org.trabecula.screening.FeatureStatistics;
import org.trabecula.screening.FractureSigns;
import org.trabecula.screening.GateLimits;
import org.trabecula.screening.ModelPackage;
import org.trabecula.screening.NetworkFile;
import org.trabecula.screening.Provenance;
import org.trabecula.screening.ViewModel;

/**
 * From manifests to a model package: one density network per view that the manifests hold, the view
 * network, calibration, export. Stops and goes on at any time.
 */
public final class ModelTraining {
  /** Films of each manifest that the view network learns from. */
  private static final int VIEW_FILMS = 2000;

  private final Request request;
  private final Settings settings;
  private final Hearing hearing;
  private final Map<String, Map<Site, Double>> heldOut = new LinkedHashMap<>();

  /**
   * What to train on, and where the package goes.
   *
   * @param manifests of radiographs; each may hold several views
   * @param decoys folder of radiographs that show neither view, if there is one
   * @param from folder of the model package whose weights the networks start from, if there is one
   * @param keep views whose density network is taken from there as it is, calibration and gate
   *     included: where there is no film that it has not seen, it could not be calibrated anew
   * @param keepViewNetwork whether the view network is taken from there, too
   * @param fractures whether to learn signs of fractures, where the manifests tell of any
   * @param out folder of the package; checkpoints go to its subfolder {@code training}
   * @param resume whether to go on from checkpoints
   * @param origin what the package says of itself
   */
  public record Request(
      List<Path> manifests,
      Optional<Path> decoys,
      Optional<Path> from,
      Set<View> keep,
      boolean keepViewNetwork,
      boolean fractures,
      Path out,
      boolean resume,
      Origin origin) {
    /** A request that trains the view network and learns nothing of fractures. */
    public Request(
        List<Path> manifests,
        Optional<Path> decoys,
        Optional<Path> from,
        Set<View> keep,
        Path out,
        boolean resume,
        Origin origin) {
      this(manifests, decoys, from, keep, false, false, out, resume, origin);
    }

    public Request {
      manifests = List.copyOf(manifests);
      keep = Set.copyOf(keep);
      if (from.isEmpty() && (keepViewNetwork || !keep.isEmpty())) {
        throw new IllegalArgumentException(
            "There is no package whose networks could be kept: say which to start from");
      }
      if (manifests.isEmpty()) {
        throw new IllegalArgumentException("There is no manifest to train on");
      }
    }
  }

  /**
   * What a package says of itself.
   *
   * @param name of the package
   * @param version of the package
   * @param commit of the code
   * @param command that makes it again
   */
  public record Origin(String name, String version, String commit, String command) {}

  /**
   * How the networks are trained.
   *
   * @param density of the density network of each view
   * @param view the view network
   */
  public record Settings(Map<View, TrainingSettings> density, TrainingSettings view) {
    public Settings {
      density = Map.copyOf(density);
      if (density.size() != View.values().length) {
        throw new IllegalArgumentException(
            "Density networks of %s only, not of every view".formatted(density.keySet()));
      }
    }

    TrainingSettings of(View which) {
      return Objects.requireNonNull(density.get(which), which.code());
    }
  }

  /**
   * Who hears of it.
   *
   * @param events of the trainings
   * @param progress of the preparation
   * @param clock for speed and time limits
   */
  public record Hearing(Consumer<TrainingEvent> events, Progress progress, InstantSource clock) {}

  private ModelTraining(Request request, Settings settings, Hearing hearing) {
    this.request = request;
    this.settings = settings;
    this.hearing = hearing;
  }

  /**
   * Trains all networks and writes the package.
   *
   * @throws IOException if files cannot be read or written, or a checkpoint does not fit
   */
  public static ModelPackage run(Request request, Settings settings, Hearing hearing)
      throws IOException {
    return new ModelTraining(request, settings, hearing).run();
  }

  private ModelPackage run() throws IOException {
    List<Manifest> manifests = new ArrayList<>();
    for (Path file : request.manifests()) {
      manifests.add(Manifest.read(file));
    }
    Optional<Parent> parent = Optional.empty();
    if (request.from().isPresent()) {
      parent = Optional.of(Parent.read(request.from().get()));
    }
    Files.createDirectories(training());
    Map<View, Trained> trained = new EnumMap<>(View.class);
    List<DensityModel> kept = new ArrayList<>();
    for (View view : View.values()) {
      if (request.keep().contains(view)) {
        kept.add(keep(view, parent.orElseThrow()));
      } else if (manifests.stream()
          .anyMatch(m -> m.rows().stream().anyMatch(r -> r.view() == view))) {
        if (parent.isPresent()) {
          new SharedFilms(parent.get().model().provenance())
              .check(view, request.manifests(), manifests, settings.of(view));
        }
        trained.put(view, density(view, manifests, parent));
      }
    }
    ViewModel viewModel =
        request.keepViewNetwork()
            ? keepViewNetwork(parent.orElseThrow())
            : viewNetwork(manifests, parent);
    return new Packing(manifests, viewModel, trained, kept, parent.map(Parent::named)).pack();
  }

  /** What is left of a training. */
  private record Trained(DensityModel model, List<Film> good, List<Film> metal) {}

  private Path training() {
    return request.out().resolve("training");
  }

  private Preparation.Options preparation() {
    return new Preparation.Options(training(), 2, hearing.progress());
  }

  private DensityTraining.Keeping keeping(String network) {
    return new DensityTraining.Keeping(
        training().resolve(network + ".checkpoint"),
        request.resume(),
        hearing.events(),
        hearing.clock());
  }

  /** The parent's network as it is. */
  private DensityModel keep(View view, Parent parent) throws IOException {
    DensityModel model =
        parent
            .model()
            .densityModel(view)
            .orElseThrow(() ->
                new IOException(
                    "%s has no density network for %s to keep"
                        .formatted(parent.folder(), view.code())));
    copy(model.network().file(), view.code(), parent);
    return model;
  }

  private ViewModel keepViewNetwork(Parent parent) throws IOException {
    ViewModel model = parent.model().viewNetwork();
    copy(model.network().file(), "view", parent);
    return model;
  }

  private void copy(String file, String network, Parent parent) throws IOException {
    Files.copy(
        parent.folder().resolve(file),
        request.out().resolve(file),
        StandardCopyOption.REPLACE_EXISTING);
    note(
        network,
        "Kept as it is in %s %s".formatted(parent.named().name(), parent.named().version()));
  }

  private Trained density(View view, List<Manifest> manifests, Optional<Parent> parent)
      throws IOException {
    TrainingSettings how = settings.of(view);
    List<Film> films = Film.prepare(manifests, view, preparation());
    Optional<OnnxParameters> start = Optional.empty();
    if (parent.isPresent()) {
      start = parent.get().density(view);
      note(view.code(), parent.get().sentence(view));
    }
    DensityTraining plan =
        start
            .map(p -> DensityTraining.from(p, view, films, how))
            .orElseGet(() -> DensityTraining.of(view, films, how));
    note(
        view.code(),
        "%d films to train on, %d held out, %d M multiply-adds, %d parameters"
            .formatted(
                plan.train().size(),
                plan.validation().size(),
                plan.network().multiplyAdds() / 1_000_000,
                plan.network().parameterCount()));
    Weights weights = plan.run(keeping(view.code()));
    Path file = request.out().resolve(view.code() + ".onnx");
    Files.write(file, OnnxExport.bytes(weights));
    int threads = how.engine().threads();
    // With hardly any held-out films all films must do: better than no calibration.
    List<Film> heldOutFilms =
        plan.validation().size() < Calibrator.FEWEST ? films : plan.validation();
    // A film with metal is no good film, even where its densities are known.
    Map<Boolean, List<Film>> byMetal =
        heldOutFilms.stream()
            .collect(Collectors.partitioningBy(f -> f.example().metalPixels() > 0));
    List<Film> good = byMetal.getOrDefault(false, List.of());
    List<Predicted> predicted = DensityTraining.predictAsInUse(view, weights, good, threads);
    DensityModel model =
        new DensityModel(
            view,
            NetworkFile.of(file),
            DensityModel.hasMirrorImage(view),
            DensityModel.regionsOf(view),
            Calibrator.sites(predicted, plan.train()),
            FeatureStatistics.NONE,
            GateLimits.STANDARD,
            FractureSigns.NONE);
    heldOut.put(view.code(), HeldOutErrors.of(predicted, model));
    return new Trained(model, good, byMetal.getOrDefault(true, List.of()));
  }

  private ViewModel viewNetwork(List<Manifest> manifests, Optional<Parent> parent)
      throws IOException {
    List<ViewFilm> films = new ArrayList<>();
    for (Manifest manifest : manifests) {
      films.addAll(ViewFilm.ofManifest(manifest, VIEW_FILMS, preparation()));
    }
    if (request.decoys().isPresent()) {
      films.addAll(ViewFilm.ofDecoys(request.decoys().get(), preparation()));
    }
    note("view", "%d framed films".formatted(films.size()));
    ViewTraining plan =
        parent.isPresent()
            ? ViewTraining.from(parent.get().view(), films, settings.view())
            : ViewTraining.of(films, settings.view());
    Weights weights = plan.run(keeping("view"));
    ViewThreshold threshold = plan.threshold(weights);
    note(
        "view",
        "recognised from %.2f on: %.1f %% of validation films of a view are not, %.1f %% of others are"
            .formatted(
                threshold.minimum(),
                100 * threshold.goodRefused(),
                100 * threshold.otherAccepted()));
    Path file = request.out().resolve("view.onnx");
    Files.write(file, OnnxExport.bytes(weights));
    return new ViewModel(NetworkFile.of(file), threshold.minimum());
  }

  private void note(String network, String sentence) {
    hearing.events().accept(new TrainingEvent.Noted(network, sentence));
  }

  /** Writes the package twice: the gate is calibrated by the screener, which needs a package. */
  private final class Packing {
    private final List<Manifest> manifests;
    private final ViewModel viewModel;
    private final Map<View, Trained> trained;
    private final List<DensityModel> kept;
    private final Optional<Provenance.Parent> parent;

    Packing(
        List<Manifest> manifests,
        ViewModel viewModel,
        Map<View, Trained> trained,
        List<DensityModel> kept,
        Optional<Provenance.Parent> parent) {
      this.manifests = manifests;
      this.viewModel = viewModel;
      this.trained = trained;
      this.kept = kept;
      this.parent = parent;
    }

    ModelPackage pack() throws IOException {
      List<DensityModel> models = trained.values().stream().map(Trained::model).toList();
      model(models).write(request.out());
      List<DensityModel> gated = new ArrayList<>();
      for (Trained one : trained.values()) {
        GateFilms.Gated set = GateFilms.gated(request.out(), one.model(), one.good(), one.metal());
        note(one.model().view().code(), set.sentence());
        gated.add(set.model());
      }
      List<DensityModel> all = new ArrayList<>();
      for (DensityModel model : model(gated).densityModels()) {
        all.add(suspecting(model));
      }
      ModelPackage model = ofAll(all);
      model.write(request.out());
      Files.writeString(
          request.out().resolve("card.md"), ModelCard.of(model, heldOut), StandardCharsets.UTF_8);
      return model;
    }

    /**
     * The model with signs of fractures, if they are asked for; one that was kept keeps those that
     * it has.
     */
    private DensityModel suspecting(DensityModel model) throws IOException {
      if (!request.fractures() || model.view() != View.LUMBAR_AP || model.fractures().known()) {
        return model;
      }
      FractureFilms.Learned learned =
          FractureFilms.learned(request.out(), manifests, settings.of(model.view()));
      note(model.view().code(), learned.sentence());
      return model.suspecting(learned.signs());
    }

    private ModelPackage model(List<DensityModel> trainedNow) {
      List<DensityModel> models = new ArrayList<>(trainedNow);
      models.addAll(kept);
      return ofAll(models);
    }

    private ModelPackage ofAll(List<DensityModel> densityModels) {
      List<DensityModel> models = new ArrayList<>(densityModels);
      models.sort(Comparator.comparing(DensityModel::view));
      Origin origin = request.origin();
      return new ModelPackage(
          origin.name(),
          origin.version(),
          manifests.stream().anyMatch(Manifest::synthetic),
          ScannerScale.HOLOGIC,
          viewModel,
          models,
          new Provenance(
              described(),
              settings.view().seed(),
              origin.commit(),
              dataHash(),
              origin.command(),
              parent));
    }

    private Map<String, String> described() {
      Map<String, String> all = new TreeMap<>();
      for (View view : trained.keySet()) {
        settings.of(view).described().forEach((k, v) -> all.put(view.code() + "." + k, v));
      }
      for (DensityModel model : kept) {
        all.put(model.view().code() + ".kept", "as it is in the parent model");
      }
      if (request.keepViewNetwork()) {
        all.put("view.kept", "as it is in the parent model");
      } else {
        ViewTraining.described(settings.view()).forEach((k, v) -> all.put("view." + k, v));
      }
      return all;
    }

    private String dataHash() {
      return String.join("+", manifests.stream().map(Manifest::sha256).toList());
    }
  }
}
