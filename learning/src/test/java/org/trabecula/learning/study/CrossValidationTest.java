package org.trabecula.learning.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trabecula.cohort.Split;
import org.trabecula.learning.data.DrawnFilms;
import org.trabecula.learning.data.Film;
import org.trabecula.learning.training.TrainingEvent;
import org.trabecula.learning.training.TrainingLength;
import org.trabecula.radiography.View;

class CrossValidationTest {
  private static final int FOLDS = 3;

  @TempDir Path folder;

  private static final class Heard implements CrossValidation.Listener {
    final List<String> lines = new ArrayList<>();

    @Override
    public void found(Fold fold, int trainingFilms) {
      lines.add("found " + fold.number());
    }

    @Override
    public void heard(Fold fold, TrainingEvent event) {}

    @Override
    public void done(Fold fold) {
      lines.add("done " + fold.number());
    }
  }

  private CrossValidation.Plan plan(long steps) {
    return new CrossValidation.Plan(
        FOLDS,
        5,
        TinySettings.of(new TrainingLength.Steps(steps)),
        Optional.empty(),
        folder.resolve("folds"));
  }

  private static CrossValidation study(List<Film> films, CrossValidation.Plan plan) {
    return new CrossValidation(View.LUMBAR_AP, Arm.SCRATCH, films, plan);
  }

  @Test
  void everyFilmIsJudgedOnceInTheFoldOfItsSubjectAndNothingIsDoneTwice() throws IOException {
    List<Film> films = DrawnFilms.of(12, folder);
    Heard first = new Heard();
    List<OutOfFold> said = study(films, plan(2)).run(first);
    assertThat(said.stream().map(OutOfFold::subjectId))
        .containsExactlyInAnyOrderElementsOf(films.stream().map(f -> f.row().subjectId()).toList());
    assertThat(said).allMatch(one -> one.fold() == Split.fold(one.subjectId(), FOLDS, 5));
    assertThat(first.lines).containsExactly("done 0", "done 1", "done 2");
    try (var files = Files.list(folder.resolve("folds"))) {
      assertThat(files).allMatch(file -> file.toString().endsWith(".csv"));
    }

    Heard second = new Heard();
    assertThat(study(films, plan(2)).run(second)).isEqualTo(said);
    assertThat(second.lines).containsExactly("found 0", "found 1", "found 2");

    Heard longer = new Heard();
    assertThat(study(films, plan(3)).run(longer)).isNotEqualTo(said);
    assertThat(longer.lines).containsExactly("done 0", "done 1", "done 2");
  }

  @Test
  void aFoldIsOneOfSeveral() {
    assertThat(new Fold(View.HIP_AP, Arm.PRETRAINED, 1, 5))
        .hasToString("hip-ap pretrained, fold 2 of 5");
    assertThat(new Fold(View.HIP_AP, Arm.SCRATCH, 1, 5).fileName()).isEqualTo("hip-ap-scratch-2");
    assertThatThrownBy(() -> new Fold(View.HIP_AP, Arm.SCRATCH, 5, 5))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
