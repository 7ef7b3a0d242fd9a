package org.trabecula.learning.labelled;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.trabecula.learning.data.Preparation;
import org.trabecula.learning.data.Progress;
import org.trabecula.learning.onnx.OnnxParameters;
import org.trabecula.learning.torch.LabelPredictor.Answer;
import org.trabecula.learning.training.TrainingEvent;
import org.trabecula.validation.Bootstrap;

/** Cross-validates every arm on one table of films and says what the image adds. */
public final class LabelStudy {
  /** Changed when the same settings no longer give the same answers. */
  private static final String VERSION = "trabecula-label-study/1";

  private final Request request;
  private final StudySettings settings;
  private final Hearing hearing;
  private final StudySet set;
  private final Folds folds;
  private final Optional<OnnxParameters> parent;
  private Optional<ParentFeatures> features = Optional.empty();

  /**
   * What to study.
   *
   * @param labels the table
   * @param images the folder of its films
   * @param columns what its columns mean
   * @param positive the class that a screening would look for
   * @param parent ONNX file of a density network whose features of the films an arm takes
   * @param out folder of the report and of what it takes to go on
   * @param bootstrap of the intervals
   * @param origin what the report says of the films and of itself
   */
  public record Request(
      Path labels,
      Path images,
      LabelColumns columns,
      String positive,
      Optional<Path> parent,
      Path out,
      Bootstrap bootstrap,
      Origin origin) {}

  /**
   * Where films and figures come from.
   *
   * @param films what they are, in words
   * @param synthetic whether they are simulated
   * @param commit of the code
   * @param command that does it again
   */
  public record Origin(String films, boolean synthetic, String commit, String command) {}

  /**
   * Who hears how far it is.
   *
   * @param progress of preparation, and of folds
   * @param training of each network
   */
  public record Hearing(Progress progress, Consumer<TrainingEvent> training) {}

  private LabelStudy(
      Request request, StudySettings settings, Hearing hearing, StudySet set, Folds folds)
      throws IOException {
    this.request = request;
    this.settings = settings;
    this.hearing = hearing;
    this.set = set;
    this.folds = folds;
    this.parent =
        request.parent().isPresent()
            ? Optional.of(OnnxParameters.read(request.parent().get()))
            : Optional.empty();
  }

  /**
   * Runs what is not yet done and writes {@code label-study.md} and {@code label-study.json}.
   *
   * @return the report
   * @throws IOException if a file cannot be read or written, or the table cannot be studied
   */
  public static LabelReport run(Request request, StudySettings settings, Hearing hearing)
      throws IOException {
    LabelTable table = LabelTable.read(request.labels(), request.images(), request.columns());
    StudySet set =
        StudySet.of(
            table,
            request.columns().covariates(),
            new Preparation.Options(
                request.out().resolve("prepared"), settings.threads(), hearing.progress()));
    if (!set.classes().contains(request.positive())) {
      throw new IOException(
          "No film is of class '%s'; there are %s: name one of them with --positive"
              .formatted(request.positive(), String.join(", ", set.classes())));
    }
    Folds folds = folds(set, settings);
    return new LabelStudy(request, settings, hearing, set, folds).run();
  }

  private static Folds folds(StudySet set, StudySettings settings) throws IOException {
    try {
      return set.folds(settings.folds(), settings.seed());
    } catch (IllegalArgumentException e) {
      throw new IOException(e.getMessage() + ": ask for fewer with --folds", e);
    }
  }

  private LabelReport run() throws IOException {
    List<Arm> arms = new ArrayList<>(List.of(Arm.values()));
    if (parent.isEmpty()) {
      arms.remove(Arm.PARENT);
    }
    if (request.columns().stratum().isEmpty()) {
      arms.remove(Arm.STYLE);
    }
    Map<Arm, Judged> judged = new EnumMap<>(Arm.class);
    for (int i = 0; i < arms.size(); i++) {
      judged.put(arms.get(i), judged(arms.get(i), i * folds.count(), arms.size() * folds.count()));
    }
    LabelReport report =
        LabelReport.of(new LabelReport.Study(request, settings, set, folds), judged);
    report.write(request.out());
    return report;
  }

  private Judged judged(Arm arm, int done, int total) throws IOException {
    List<Optional<Answer>> answers =
        new ArrayList<>(Collections.nCopies(set.films().size(), Optional.empty()));
    for (int fold = 0; fold < folds.count(); fold++) {
      FoldRun run = new FoldRun(set, settings, folds, fold);
      List<Answer> some = answers(arm, fold, run);
      for (int i = 0; i < some.size(); i++) {
        answers.set(run.heldOut().get(i), Optional.of(some.get(i)));
      }
      hearing.progress().at("folds", done + fold + 1L, total);
    }
    return new Judged(
        set.films(), set.classes(), answers.stream().map(Optional::orElseThrow).toList());
  }

  private List<Answer> answers(Arm arm, int fold, FoldRun run) throws IOException {
    String fingerprint = fingerprint(arm, fold);
    String name = "%s-fold%d".formatted(arm.code(), fold + 1);
    AnswerFile file =
        new AnswerFile(
            request.out().resolve("answers").resolve(name + ".csv"),
            fingerprint,
            run.heldOut().stream().map(i -> set.films().get(i).id()).toList(),
            set.classes());
    Optional<List<Answer>> kept = file.read();
    if (kept.isPresent()) {
      return kept.get();
    }
    Path checkpoint =
        request
            .out()
            .resolve("answers")
            .resolve(name + "-" + fingerprint.substring(0, 8) + ".ckpt");
    Files.createDirectories(request.out().resolve("answers"));
    List<Answer> answers =
        run.answers(
            arm, new FoldRun.Keeping(features(arm), checkpoint, fingerprint, hearing.training()));
    file.write(answers);
    return answers;
  }

  /** Asked for once, when the first fold needs them. */
  private Optional<ParentFeatures> features(Arm arm) throws IOException {
    if (arm == Arm.PARENT && features.isEmpty()) {
      features = Optional.of(ParentFeatures.of(set, parent.orElseThrow(), settings));
    }
    return features;
  }

  /** Of all that decides the answers of an arm for a fold. */
  private String fingerprint(Arm arm, int fold) {
    String all =
        String.join(
            "\n",
            VERSION,
            set.hash(),
            request.columns().words(),
            settings.words(arm),
            folds.toString(),
            arm.code(),
            Integer.toString(fold),
            arm == Arm.PARENT ? parent.orElseThrow().sha256() : "");
    return HexFormat.of().formatHex(StudySet.sha256().digest(all.getBytes(StandardCharsets.UTF_8)));
  }
}
