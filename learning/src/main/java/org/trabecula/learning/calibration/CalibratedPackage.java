package org.trabecula.learning.calibration;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.trabecula.densitometry.Site;
import org.trabecula.learning.onnx.LastLayer;
import org.trabecula.learning.packaging.Parent;
import org.trabecula.screening.DensityModel;
import org.trabecula.screening.ModelPackage;
import org.trabecula.screening.NetworkFile;
import org.trabecula.screening.Provenance;
import org.trabecula.screening.SiteCalibration;

/** Writes a calibrated package: networks first, {@code model.json} last, so none is half there. */
final class CalibratedPackage {
  private final CalibrationReport report;
  private final Parent parent;
  private final Path out;

  private CalibratedPackage(CalibrationReport report, Path out) {
    this.report = report;
    this.parent = report.heading().parent();
    this.out = out;
  }

  /**
   * Writes networks, report, card and {@code model.json} into a folder, which is made if need be.
   *
   * @throws IOException if a file cannot be read or written
   */
  static ModelPackage write(CalibrationReport report, Path out) throws IOException {
    return new CalibratedPackage(report, out).write();
  }

  private ModelPackage write() throws IOException {
    Files.createDirectories(out);
    copy(parent.model().viewNetwork().network().file());
    List<DensityModel> models = new ArrayList<>();
    for (DensityModel model : parent.model().densityModels()) {
      models.add(calibrated(model));
    }
    ModelPackage calibrated =
        new ModelPackage(
            report.heading().name(),
            report.heading().version(),
            parent.model().synthetic(),
            report.heading().scale(),
            parent.model().viewNetwork(),
            models,
            provenance());
    text("calibration.md", report.markdown());
    text("calibration.json", report.json());
    text("card.md", card());
    calibrated.write(out);
    return calibrated;
  }

  private void copy(String file) throws IOException {
    Files.copy(
        parent.folder().resolve(file), out.resolve(file), StandardCopyOption.REPLACE_EXISTING);
  }

  private void text(String file, String text) throws IOException {
    Files.writeString(out.resolve(file), text, StandardCharsets.UTF_8);
  }

  private DensityModel calibrated(DensityModel model) throws IOException {
    Map<Site, SiteCalibration> sites = new EnumMap<>(Site.class);
    Map<Integer, LastLayer.Change> changes = new HashMap<>();
    model
        .sites()
        .forEach((site, parents) -> {
          SiteCalibration converted =
              NewCalibration.onScale(
                  parents, parent.model().scale(), report.heading().scale(), site);
          SiteOutcome outcome = report.outcomes().get(new SiteKey(model.view(), site));
          sites.put(site, outcome == null ? converted : NewCalibration.of(converted, outcome));
          Optional.ofNullable(outcome)
              .flatMap(o -> NewCalibration.change(converted, o.fit()))
              .ifPresent(change -> changes.put(site.ordinal(), change));
        });
    return model.calibratedBy(sites, network(model, changes));
  }

  private NetworkFile network(DensityModel model, Map<Integer, LastLayer.Change> changes)
      throws IOException {
    String file = model.network().file();
    if (changes.isEmpty()) {
      copy(file);
      return model.network();
    }
    byte[] bytes = Files.readAllBytes(parent.folder().resolve(file));
    Files.write(out.resolve(file), LastLayer.of(bytes).orElseThrow().changed(changes));
    return NetworkFile.of(out.resolve(file));
  }

  private Provenance provenance() {
    Map<String, String> settings = new TreeMap<>(parent.model().provenance().settings());
    settings.keySet().removeIf(name -> name.startsWith("calibration."));
    settings.putAll(report.settings());
    CalibrationReport.Heading heading = report.heading();
    return new Provenance(
        settings,
        heading.settings().seed(),
        heading.origin().commit(),
        heading.pairs().sha256(),
        heading.origin().command(),
        Optional.of(parent.named()));
  }

  private String card() throws IOException {
    Path parents = parent.folder().resolve("card.md");
    return report.card()
        + (Files.isRegularFile(parents)
            ? "\n---\n\nThe card of the parent, as it was:\n\n" + Files.readString(parents)
            : "");
  }
}
