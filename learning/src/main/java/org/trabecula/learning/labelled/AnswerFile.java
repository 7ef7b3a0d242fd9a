package org.trabecula.learning.labelled;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.CSVRecord;
import org.trabecula.learning.torch.LabelPredictor.Answer;
import org.trabecula.learning.training.KeptText;

/**
 * The answers of one arm for one fold as a table: a first line with the fingerprint of all that
 * decides them, then film, label and the probability of each class.
 *
 * @param file where it is kept
 * @param fingerprint without which the answers are not these
 * @param films in order
 * @param classes in order
 */
record AnswerFile(Path file, String fingerprint, List<String> films, List<String> classes) {
  AnswerFile {
    films = List.copyOf(films);
    classes = List.copyOf(classes);
  }

  /** The answers, if the file is there, whole and of this fingerprint. */
  Optional<List<Answer>> read() throws IOException {
    Optional<String> text = new KeptText(file, fingerprint).read();
    if (text.isEmpty()) {
      return Optional.empty();
    }
    try (CSVParser parser = CSVParser.parse(text.get(), CSVFormat.RFC4180)) {
      List<CSVRecord> rows = parser.getRecords();
      return rows.size() == films.size() + 1 && films.equals(names(rows))
          ? Optional.of(rows.stream().skip(1).map(this::answer).toList())
          : Optional.empty();
    }
  }

  private static List<String> names(List<CSVRecord> rows) {
    return rows.stream().skip(1).map(row -> row.get(0)).toList();
  }

  private Answer answer(CSVRecord row) {
    List<Double> probabilities = new ArrayList<>();
    for (int c = 0; c < classes.size(); c++) {
      probabilities.add(Double.parseDouble(row.get(2 + c)));
    }
    return new Answer(Double.parseDouble(row.get(1)), probabilities);
  }

  /** Writes the answers; whoever reads the file never sees half of it. */
  void write(List<Answer> answers) throws IOException {
    StringBuilder text = new StringBuilder();
    try (CSVPrinter printer = new CSVPrinter(text, CSVFormat.RFC4180)) {
      List<Object> header = new ArrayList<>(List.of("film", "label"));
      header.addAll(classes);
      printer.printRecord(header);
      for (int i = 0; i < answers.size(); i++) {
        List<Object> row = new ArrayList<>(List.of(films.get(i), answers.get(i).label()));
        row.addAll(answers.get(i).probabilities());
        printer.printRecord(row);
      }
    }
    new KeptText(file, fingerprint).write(text);
  }
}
