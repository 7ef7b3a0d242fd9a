package org.trabecula.learning.labelled;

import java.util.List;
import org.trabecula.learning.torch.LabelPredictor.Answer;

/**
 * The answers of an arm beside what is true, each given by a network that did not see the film.
 *
 * @param films in order
 * @param classes in the order of the answers' probabilities
 * @param answers one for each film
 */
record Judged(List<LabelledFilm> films, List<String> classes, List<Answer> answers) {
  Judged {
    films = List.copyOf(films);
    classes = List.copyOf(classes);
    answers = List.copyOf(answers);
    if (films.size() != answers.size()) {
      throw new IllegalArgumentException(
          "%d answers for %d films".formatted(answers.size(), films.size()));
    }
  }

  /** Who is resampled. */
  List<String> groups() {
    return films.stream().map(LabelledFilm::group).toList();
  }

  double truth(int film) {
    return films.get(film).label();
  }

  double label(int film) {
    return answers.get(film).label();
  }

  boolean is(int film, String disease) {
    return films.get(film).disease().equals(disease);
  }

  double probability(int film, String disease) {
    return answers.get(film).probabilities().get(classes.indexOf(disease));
  }

  /** The most probable class. */
  String called(int film) {
    String best = classes.getFirst();
    for (String disease : classes) {
      best = probability(film, disease) > probability(film, best) ? disease : best;
    }
    return best;
  }
}
