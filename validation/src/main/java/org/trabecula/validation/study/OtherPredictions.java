package org.trabecula.validation.study;

import java.util.List;

/**
 * Other predictions that a study is compared with.
 *
 * @param name in print, for instance the model or the file
 * @param predictions of the same subjects
 */
public record OtherPredictions(String name, List<Prediction> predictions) {
  public OtherPredictions {
    predictions = List.copyOf(predictions);
  }
}
