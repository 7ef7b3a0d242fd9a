package org.trabecula.screening;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.trabecula.densitometry.ScannerScale;
import org.trabecula.densitometry.Site;
import org.trabecula.radiography.CanonicalFrame;
import org.trabecula.radiography.View;

/** {@code model.json} on disk: explicit on both ways, so that the format is what is read here. */
final class ModelPackageFile {
  /** A model.json larger than this is not one. */
  private static final long LARGEST_JSON = 16L << 20;

  private static final List<String> COVARIATES =
      List.of("age", "sex", "height", "weight", "kvp", "spacing");

  private ModelPackageFile() {}

  static ModelPackage read(Path folder) throws IOException {
    Path file = folder.resolve(ModelPackage.FILE_NAME);
    JsonFields root = JsonFields.of(parse(file), file.toString());
    String schema = root.text("schema");
    if (!schema.equals(ModelPackage.SCHEMA)) {
      throw new IOException(
          "%s has the schema %s; this version reads %s"
              .formatted(file, schema, ModelPackage.SCHEMA));
    }
    ModelPackage model;
    try {
      model = decode(root);
    } catch (IllegalArgumentException e) {
      throw new IOException("%s is not valid: %s".formatted(file, e.getMessage()), e);
    }
    verify(folder, model.viewNetwork().network());
    for (DensityModel density : model.densityModels()) {
      verify(folder, density.network());
    }
    return model;
  }

  private static JsonNode parse(Path file) throws IOException {
    try {
      if (Files.size(file) > LARGEST_JSON) {
        throw new IOException("%s is too large for a model.json".formatted(file));
      }
      return JsonMapper.builder().build().readTree(Files.readAllBytes(file));
    } catch (NoSuchFileException e) {
      throw new IOException("There is no model package: %s is missing".formatted(file), e);
    } catch (JsonProcessingException e) {
      throw new IOException("%s is not JSON: %s".formatted(file, e.getOriginalMessage()), e);
    }
  }

  private static void verify(Path folder, NetworkFile network) throws IOException {
    Path file = folder.resolve(network.file());
    if (!Files.isRegularFile(file)) {
      throw new IOException("The model package lacks the file %s".formatted(file));
    }
    if (!sha256(file).equals(network.sha256())) {
      throw new IOException(
          "%s is not the file that model.json states: its SHA-256 differs".formatted(file));
    }
  }

  static String sha256(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file);
        DigestInputStream digest =
            new DigestInputStream(in, MessageDigest.getInstance("SHA-256"))) {
      digest.transferTo(OutputStream.nullOutputStream());
      return HexFormat.of().formatHex(digest.getMessageDigest().digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has SHA-256", e);
    }
  }

  private static ModelPackage decode(JsonFields root) throws IOException {
    checkInput(root.object("input"));
    List<DensityModel> densities = new ArrayList<>();
    for (JsonFields entry : root.objects("views")) {
      densities.add(decodeDensity(entry));
    }
    JsonFields view = root.object("view_network");
    JsonFields labels = root.object("labels");
    return new ModelPackage(
        root.text("name"),
        root.text("version"),
        labels.flag("synthetic"),
        ScannerScale.valueOf(labels.text("scale")),
        new ViewModel(network(view), view.number("minimum_probability")),
        densities,
        decodeProvenance(root.object("provenance")));
  }

  private static void checkInput(JsonFields input) throws IOException {
    boolean same =
        input.integer("rows") == CanonicalFrame.ROWS
            && input.integer("columns") == CanonicalFrame.COLUMNS
            && input.number("mm_per_pixel") == CanonicalFrame.MM_PER_PIXEL
            && input.texts("covariates").equals(COVARIATES);
    if (!same) {
      throw new IOException(
          "%s asks for another input than this version makes".formatted(input.path()));
    }
  }

  private static NetworkFile network(JsonFields entry) throws IOException {
    return new NetworkFile(entry.text("file"), entry.text("sha256"));
  }

  private static DensityModel decodeDensity(JsonFields entry) throws IOException {
    Map<Site, SiteCalibration> sites = new EnumMap<>(Site.class);
    JsonFields siteFields = entry.object("sites");
    for (String label : entry.entries("sites").keySet()) {
      sites.put(Site.of(label), decodeCalibration(siteFields.object(label)));
    }
    Map<GateCheck, Double> limits = new EnumMap<>(GateCheck.class);
    JsonFields gate = entry.object("gate");
    for (String code : entry.entries("gate").keySet()) {
      if (!GateCheck.retired(code)) {
        limits.put(GateCheck.of(code), gate.number(code));
      }
    }
    JsonFields features = entry.object("features");
    return new DensityModel(
        View.of(entry.text("view")),
        network(entry),
        entry.has("mirrored") && entry.flag("mirrored"),
        entry.texts("regions").stream().map(Site::of).toList(),
        sites,
        new FeatureStatistics(features.numbers("mean"), features.numbers("variance")),
        new GateLimits(limits),
        decodeFractures(entry));
  }

  private static FractureSigns decodeFractures(JsonFields entry) throws IOException {
    if (!entry.has("fractures")) {
      return FractureSigns.NONE;
    }
    JsonFields fields = entry.object("fractures");
    return new FractureSigns(
        fields.numbers("weights"), fields.numbers("levels"), fields.number("limit"));
  }

  private static SiteCalibration decodeCalibration(JsonFields fields) throws IOException {
    return new SiteCalibration(
        fields.number("scale"),
        fields.number("offset"),
        fields.has("bend") ? decodeBend(fields) : Bend.NONE,
        fields.number("quantile_90"),
        fields.number("trained_low"),
        fields.number("trained_high"));
  }

  /** The field is there only where a site has bent the line. */
  private static Bend decodeBend(JsonFields fields) throws IOException {
    List<Bend.Knot> knots = new ArrayList<>();
    for (JsonFields knot : fields.objects("bend")) {
      knots.add(new Bend.Knot(knot.number("from"), knot.number("to")));
    }
    return new Bend(knots);
  }

  private static Provenance decodeProvenance(JsonFields fields) throws IOException {
    Map<String, String> settings = new TreeMap<>();
    JsonFields values = fields.object("settings");
    for (String name : fields.entries("settings").keySet()) {
      settings.put(name, values.text(name));
    }
    return new Provenance(
        settings,
        fields.integer("seed"),
        fields.text("commit"),
        fields.text("data_sha256"),
        fields.text("command"),
        decodeParent(fields));
  }

  private static Optional<Provenance.Parent> decodeParent(JsonFields fields) throws IOException {
    if (!fields.has("parent")) {
      return Optional.empty();
    }
    JsonFields parent = fields.object("parent");
    return Optional.of(
        new Provenance.Parent(parent.text("name"), parent.text("version"), parent.text("sha256")));
  }

  static void write(ModelPackage model, Path folder) throws IOException {
    JsonMapper mapper = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
    byte[] bytes = mapper.writeValueAsBytes(encode(model, mapper.createObjectNode()));
    Path partial = folder.resolve(ModelPackage.FILE_NAME + ".partial");
    try {
      Files.write(partial, bytes);
      Files.move(
          partial,
          folder.resolve(ModelPackage.FILE_NAME),
          StandardCopyOption.REPLACE_EXISTING,
          StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(partial);
    }
  }

  private static ObjectNode encode(ModelPackage model, ObjectNode root) {
    root.put("schema", ModelPackage.SCHEMA);
    root.put("name", model.name()).put("version", model.version());
    root.putObject("labels").put("synthetic", model.synthetic()).put("scale", model.scale().name());
    ObjectNode input = root.putObject("input");
    input.put("rows", CanonicalFrame.ROWS).put("columns", CanonicalFrame.COLUMNS);
    input.put("mm_per_pixel", CanonicalFrame.MM_PER_PIXEL);
    COVARIATES.forEach(input.putArray("covariates")::add);
    ObjectNode view = root.putObject("view_network");
    encode(model.viewNetwork().network(), view);
    view.put("minimum_probability", model.viewNetwork().minimumProbability());
    ArrayNode views = root.putArray("views");
    model.densityModels().forEach(density -> encode(density, views.addObject()));
    encode(model.provenance(), root.putObject("provenance"));
    return root;
  }

  private static void encode(NetworkFile network, ObjectNode node) {
    node.put("file", network.file()).put("sha256", network.sha256());
  }

  private static void encode(DensityModel density, ObjectNode node) {
    node.put("view", density.view().code());
    encode(density.network(), node);
    node.put("mirrored", density.mirrored());
    ArrayNode regions = node.putArray("regions");
    density.regions().forEach(site -> regions.add(site.label()));
    ObjectNode sites = node.putObject("sites");
    density
        .sites()
        .forEach((site, calibration) -> encode(calibration, sites.putObject(site.label())));
    ObjectNode gate = node.putObject("gate");
    density.gate().limits().forEach((check, limit) -> gate.put(check.code(), limit));
    ObjectNode features = node.putObject("features");
    density.features().mean().forEach(features.putArray("mean")::add);
    density.features().variance().forEach(features.putArray("variance")::add);
    if (density.fractures().known()) {
      ObjectNode fractures = node.putObject("fractures");
      density.fractures().weights().forEach(fractures.putArray("weights")::add);
      density.fractures().levels().forEach(fractures.putArray("levels")::add);
      fractures.put("limit", density.fractures().limit());
    }
  }

  private static void encode(SiteCalibration calibration, ObjectNode node) {
    node.put("scale", calibration.scale()).put("offset", calibration.offset());
    if (!calibration.bend().isNone()) {
      ArrayNode bend = node.putArray("bend");
      calibration
          .bend()
          .knots()
          .forEach(knot -> bend.addObject().put("from", knot.from()).put("to", knot.to()));
    }
    node.put("quantile_90", calibration.quantile90())
        .put("trained_low", calibration.trainedLow())
        .put("trained_high", calibration.trainedHigh());
  }

  private static void encode(Provenance provenance, ObjectNode node) {
    ObjectNode settings = node.putObject("settings");
    provenance.settings().forEach(settings::put);
    node.put("seed", provenance.seed()).put("commit", provenance.commit());
    node.put("data_sha256", provenance.dataSha256()).put("command", provenance.command());
    provenance
        .parent()
        .ifPresent(parent ->
            node.putObject("parent")
                .put("name", parent.name())
                .put("version", parent.version())
                .put("sha256", parent.sha256()));
  }
}
