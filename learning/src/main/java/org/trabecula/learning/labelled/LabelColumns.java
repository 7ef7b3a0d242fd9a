package org.trabecula.learning.labelled;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Which columns of a table mean what.
 *
 * @param image the film: a path below the folder of films, with or without its ending
 * @param label the number that is predicted, such as a T-score
 * @param disease the class in words, such as {@code osteopenia}
 * @param group who the film shows: films of one group are never apart in a cross-validation;
 *     without it each film is a group of its own
 * @param stratum what folds are balanced for beside the class, such as the maker of the film
 * @param covariates what else is known: a column of numbers, in any one unit, or of words; an empty
 *     cell is unknown
 * @param where cells that a row must have to take part, by column
 */
public record LabelColumns(
    String image,
    String label,
    String disease,
    Optional<String> group,
    Optional<String> stratum,
    List<String> covariates,
    Map<String, String> where) {
  public LabelColumns {
    covariates = List.copyOf(covariates);
    where = Map.copyOf(where);
    if (covariates.isEmpty()) {
      throw new IllegalArgumentException(
          "No covariate is named: name at least one column to compare the image with");
    }
  }

  /** All columns that a table must have. */
  List<String> all() {
    List<String> all = new ArrayList<>(List.of(image, label, disease));
    group.ifPresent(all::add);
    stratum.ifPresent(all::add);
    all.addAll(covariates);
    all.addAll(where.keySet());
    return List.copyOf(all);
  }

  /** In words, for a report and a fingerprint: the same mapping has the same words. */
  String words() {
    return "image %s, label %s, class %s, group %s, stratum %s, covariates %s, where %s"
        .formatted(
            image,
            label,
            disease,
            group.orElse("none"),
            stratum.orElse("none"),
            String.join(" ", covariates),
            where.isEmpty() ? "none" : new TreeMap<>(where).toString());
  }
}
