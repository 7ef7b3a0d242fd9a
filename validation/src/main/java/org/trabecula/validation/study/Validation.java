package org.trabecula.validation.study;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.trabecula.densitometry.ScannerScale;
import org.trabecula.densitometry.Site;

/** Makes the numbers of a validation from predictions beside their truths. */
public final class Validation {
  private final StudySettings settings;

  /**
   * What is validated.
   *
   * @param heading of the study
   * @param predictions of any sites, views and scales, at least one
   * @param comparator other predictions of the same subjects
   * @param flow from all who came in to those who are evaluated
   * @param baselines what the baselines of a site and scale learn from
   */
  public record Request(
      StudyReport.Heading heading,
      List<Prediction> predictions,
      Optional<OtherPredictions> comparator,
      StudyFlow flow,
      BiFunction<Site, ScannerScale, BaselineSource> baselines) {
    public Request {
      List<Prediction> rows = List.copyOf(predictions);
      if (rows.isEmpty()) {
        throw new IllegalArgumentException("There is no prediction to validate");
      }
      comparator.ifPresent(other -> Comparison.requireTellable(rows, other.predictions()));
      predictions = rows;
    }
  }

  public Validation(StudySettings settings) {
    this.settings = settings;
  }

  /**
   * Makes the study. The order of the rows changes nothing.
   *
   * @param progress hears the name of each site as its turn comes
   */
  public ValidationStudy of(Request request, Consumer<String> progress) {
    Map<SiteKey, List<Prediction>> groups = SiteKey.grouped(request.predictions());
    Map<SiteKey, List<Prediction>> others =
        SiteKey.grouped(request.comparator().map(OtherPredictions::predictions).orElse(List.of()));
    List<SiteStudy> sites = new ArrayList<>();
    groups.forEach((key, rows) -> {
      String name = key.name(groups.keySet());
      progress.accept(name);
      SiteAnalysis analysis =
          new SiteAnalysis(
              settings,
              SiteRows.of(rows, settings.evaluation()),
              request.baselines().apply(key.site(), key.scale()));
      Optional<List<Prediction>> other =
          request.comparator().map(ignored -> key.counterpart(others));
      sites.add(analysis.study(name, key.view(), other));
    });
    return new ValidationStudy(
        request.heading(),
        settings,
        request.flow(),
        Participants.of(request.predictions()),
        request.comparator().map(OtherPredictions::name),
        sites);
  }
}
