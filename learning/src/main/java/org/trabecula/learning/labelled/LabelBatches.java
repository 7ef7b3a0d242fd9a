package org.trabecula.learning.labelled;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.function.LongFunction;
import org.trabecula.learning.data.Augmentation;
import org.trabecula.learning.data.AugmentationSettings;
import org.trabecula.learning.data.Batch;
import org.trabecula.learning.data.Example;
import org.trabecula.learning.data.Sampler;

/** The batches of a label network's training, by step. */
final class LabelBatches implements LongFunction<Batch> {
  private final Rows rows;
  private final AugmentationSettings augmentation;
  private final Sampler sampler;

  LabelBatches(Rows rows, AugmentationSettings augmentation, int batch, long seed) {
    this.rows = rows;
    this.augmentation = augmentation;
    this.sampler = new Sampler(rows.rows().size(), batch, seed);
  }

  /**
   * A film and what is known of it.
   *
   * @param film its index in the study
   * @param code of its covariates
   * @param label to predict
   * @param disease index of its class
   */
  record Row(int film, List<Double> code, double label, int disease) {
    Row {
      code = List.copyOf(code);
    }
  }

  /**
   * Films of one part of a study.
   *
   * @param classes how many there are
   * @param pictures by the index of the film; none for a network that sees none
   */
  record Rows(List<Row> rows, int classes, Optional<IntFunction<Example>> pictures) {
    Rows {
      rows = List.copyOf(rows);
    }
  }

  @Override
  public Batch apply(long step) {
    List<Integer> indices = sampler.indices(step);
    List<Row> taken = indices.stream().map(rows.rows()::get).toList();
    List<Example> examples = new ArrayList<>();
    for (int i = 0; i < taken.size() && rows.pictures().isPresent(); i++) {
      Example example = rows.pictures().get().apply(taken.get(i).film());
      examples.add(Augmentation.vary(example, augmentation, sampler.random(step, i)));
    }
    return batch(taken, rows.classes(), examples);
  }

  /** All rows as they are, in order, in batches of at most so many. */
  static List<Batch> plain(Rows rows, int most) {
    List<Batch> batches = new ArrayList<>();
    for (int from = 0; from < rows.rows().size(); from += most) {
      List<Row> part = rows.rows().subList(from, Math.min(rows.rows().size(), from + most));
      List<Example> examples =
          rows.pictures().isEmpty()
              ? List.of()
              : part.stream().map(r -> rows.pictures().get().apply(r.film())).toList();
      batches.add(batch(part, rows.classes(), examples));
    }
    return batches;
  }

  private static Batch batch(List<Row> rows, int classes, List<Example> examples) {
    int codeLength = rows.getFirst().code().size();
    float[] codes = new float[rows.size() * codeLength];
    float[] labels = new float[rows.size()];
    float[] truth = new float[rows.size() * classes];
    for (int i = 0; i < rows.size(); i++) {
      Row row = rows.get(i);
      for (int k = 0; k < codeLength; k++) {
        codes[i * codeLength + k] = row.code().get(k).floatValue();
      }
      labels[i] = (float) row.label();
      truth[i * classes + row.disease()] = 1;
    }
    Map<String, float[]> numbers = new HashMap<>();
    numbers.put("covariates", codes);
    numbers.put("label", labels);
    numbers.put("class", truth);
    if (!examples.isEmpty()) {
      numbers.put("image", images(examples));
    }
    return new Batch(rows.size(), numbers);
  }

  private static float[] images(List<Example> examples) {
    float[] first = examples.getFirst().image();
    float[] images = new float[examples.size() * first.length];
    for (int i = 0; i < examples.size(); i++) {
      System.arraycopy(examples.get(i).image(), 0, images, i * first.length, first.length);
    }
    return images;
  }
}
