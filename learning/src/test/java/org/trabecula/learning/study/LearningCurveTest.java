package org.trabecula.learning.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trabecula.cohort.Manifest;
import org.trabecula.cohort.Truth;
import org.trabecula.densitometry.Site;
import org.trabecula.learning.data.DrawnFilms;
import org.trabecula.learning.data.Film;
import org.trabecula.learning.network.Networks;
import org.trabecula.learning.network.Weights;
import org.trabecula.learning.onnx.OnnxExport;
import org.trabecula.learning.onnx.OnnxParameters;
import org.trabecula.learning.study.CurvePoint.Way;
import org.trabecula.learning.training.TrainingLength;
import org.trabecula.learning.training.TrainingSettings;
import org.trabecula.radiography.View;

class LearningCurveTest {
  @TempDir Path folder;

  private final List<String> lines = new ArrayList<>();
  private List<Film> films = List.of();
  private final TrainingSettings settings = TinySettings.of(new TrainingLength.Steps(3));

  @BeforeEach
  void draw() throws IOException {
    films = DrawnFilms.of(24, folder);
  }

  private LearningCurve curve() {
    return new LearningCurve(
        View.LUMBAR_AP, films.subList(0, 8), settings, folder.resolve("curve"), lines::add);
  }

  private OnnxParameters parent() throws IOException {
    Networks.SiteScale scale = Networks.unitScale(Site.values().length);
    Weights weights =
        Weights.random(
            Networks.density("lumbar-ap", 4, scale, settings.size()), new SplittableRandom(3));
    Path file = folder.resolve("parent.onnx");
    Files.write(file, OnnxExport.bytes(weights));
    return OnnxParameters.read(file);
  }

  @Test
  void aPointFromScratchIsJudgedOnEveryTestFilm() throws IOException {
    CurvePoint point = curve().scratch(films.subList(8, 24), 5);
    assertThat(point.way()).isEqualTo(Way.SCRATCH);
    assertThat(point.subjects()).isEqualTo(5);
    assertThat(point.sites()).isNotEmpty().allMatch(e -> e.sample().radiographs() == 8);
    assertThat(lines).containsExactly("scratch-5: 5 films");
  }

  @Test
  void withoutTheMapTheSameFilmsTeachAnotherNetwork() throws IOException {
    List<Film> some = films.subList(8, 24);
    CurvePoint whole = curve().scratch(some, 5);
    CurvePoint alone = curve().scalarOnly(some, 5);
    assertThat(alone.way()).isEqualTo(Way.SCALAR_ONLY);
    assertThat(alone.subjects()).isEqualTo(5);
    assertThat(alone.sites()).hasSameSizeAs(whole.sites()).isNotEqualTo(whole.sites());
    assertThat(lines).containsExactly("scratch-5: 5 films", "scalar_only-5: 5 films");
  }

  @Test
  void adaptingGivesALineAndAFineTunedNetworkOfAllRepeats() throws IOException {
    List<CurvePoint> points =
        curve().adapted(parent(), Map.of(), films.subList(8, 24), List.of(10), 2);
    assertThat(points)
        .extracting(CurvePoint::way)
        .containsExactly(Way.AS_IT_IS, Way.LINE, Way.FINE_TUNED);
    assertThat(points.subList(1, 3)).allMatch(p -> p.repeats() == 2 && p.subjects() == 10);
    assertThat(points.getLast().sites())
        .allMatch(e -> e.sample().radiographs() == 16 && e.sample().subjects() == 8);
    assertThat(points.getFirst().sites()).allMatch(e -> e.sample().radiographs() <= 8);
  }

  @Test
  void eachTurnTakesOtherSubjectsAndTheSameOnesAgain() {
    Set<String> seen = new HashSet<>();
    for (int turn = 0; turn < 4; turn++) {
      List<Film> some = LearningCurve.ofSubjects(films, 6, turn);
      assertThat(some).hasSize(6).isEqualTo(LearningCurve.ofSubjects(films, 6, turn));
      some.forEach(film -> assertThat(seen.add(film.row().subjectId())).isTrue());
    }
    assertThat(LearningCurve.ofSubjects(films, 6, 4))
        .isEqualTo(LearningCurve.ofSubjects(films, 6, 0));
    assertThatThrownBy(() -> LearningCurve.ofSubjects(films, 25, 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("25 subjects of 24");
  }

  @Test
  void pairsHoldWhatAScannerReadAndNoMore() {
    Manifest manifest = films.getFirst().manifest();
    Manifest pairs = LearningCurve.asPairs(manifest);
    assertThat(pairs.subjectIds()).isEqualTo(manifest.subjectIds());
    assertThat(pairs.rows())
        .allMatch(row -> row.truth().equals(Truth.NONE))
        .allMatch(row -> row.densities().exact().isEmpty())
        .allMatch(row -> row.densities().measured(Site.L1_L4).isPresent());
  }

  @Test
  void theTableSaysThatItIsSynthetic() throws IOException {
    String text =
        CurveMarkdown.of(
            "A curve",
            Map.of("code", "a commit"),
            List.of(curve().scratch(films.subList(8, 24), 5)));
    assertThat(text).contains("**synthetic**", "- code: a commit", "| trained from scratch | 5 |");
    assertThat(text.lines().filter(l -> l.startsWith("| synthetic"))).isNotEmpty();
  }
}
