package org.trabecula.learning.network;

import java.util.ArrayList;
import java.util.List;
import org.trabecula.learning.network.Layer.Affine;
import org.trabecula.learning.network.Layer.Concat;
import org.trabecula.learning.network.Layer.Dense;
import org.trabecula.learning.network.Layer.GlobalPool;
import org.trabecula.learning.network.Layer.Softmax;
import org.trabecula.radiography.CanonicalFrame;

/**
 * Networks that say one number and one class of a film: of the image, of what else is known of the
 * person, or of both.
 */
public final class LabelNetworks {
  /** Value and output that holds the number, in the label's own unit. */
  public static final String LABEL = "label.mean";

  /** Value that holds the classes as logits. */
  public static final String CLASS_LOGITS = "class.logits";

  /** Output that holds the pooled features of an encoder. */
  public static final String FEATURES = "features";

  /** Output that holds the probability of each class. */
  public static final String CLASSES = "classes";

  private LabelNetworks() {}

  /**
   * What a network is asked for.
   *
   * @param mean of the label over the films that it learns from, in the label's unit
   * @param spread of the label over them, positive
   * @param classes how many there are
   */
  public record Answer(double mean, double spread, int classes) {
    public Answer {
      if (!(spread > 0 && Double.isFinite(spread) && Double.isFinite(mean)) || classes < 2) {
        throw new IllegalArgumentException(
            "A label of mean %s and spread %s with %d classes".formatted(mean, spread, classes));
      }
    }
  }

  /**
   * The part of a network that looks at the film.
   *
   * @param rows of the image
   * @param columns of the image
   * @param channels of the five levels, from half resolution down
   * @param residual whether each level below the first has a residual block, as in a density
   *     network, whose layers such an encoder can start from
   * @param hidden length of the layer between pooled features and answer
   */
  public record Encoder(
      int rows, int columns, List<Integer> channels, boolean residual, int hidden) {
    /** About 6 M multiply-adds: for some hundred films, which a larger one learns by heart. */
    public static final Encoder SMALL =
        new Encoder(
            CanonicalFrame.ROWS, CanonicalFrame.COLUMNS, List.of(6, 12, 16, 24, 32), false, 16);

    /** The encoder of the standard density network, by name and shape. */
    public static final Encoder OF_DENSITY =
        new Encoder(
            Networks.Size.STANDARD.rows(),
            Networks.Size.STANDARD.columns(),
            Networks.Size.STANDARD.channels(),
            true,
            16);

    public Encoder {
      channels = List.copyOf(channels);
      if (channels.size() != 5 || hidden < 1) {
        throw new IllegalArgumentException(
            "Levels %s and %d hidden: needs five levels".formatted(channels, hidden));
      }
    }
  }

  /**
   * Of the covariates alone.
   *
   * @param covariates length of their vector
   * @param hidden length of the hidden layer; 0 for a linear answer, which is a multinomial
   *     logistic regression
   */
  public static Network covariates(int covariates, int hidden, Answer answer) {
    Blocks b = new Blocks(Network.builder("covariates"));
    String x = b.to().input("covariates", covariates);
    if (hidden > 0) {
      x = b.to().add("joined", new Concat(), b.dense("covariate.mlp", x, hidden), x);
    }
    return answered(b, x, answer);
  }

  /** Of the image alone. */
  public static Network image(Encoder encoder, Answer answer) {
    Blocks b = new Blocks(Network.builder("image"));
    return answered(b, features(b, encoder), answer);
  }

  /**
   * Of both: the covariates reach the answer directly, so that what they say linearly need not be
   * learnt through the image.
   *
   * @param covariates length of their vector
   * @param hidden length of their hidden layer
   */
  public static Network both(Encoder encoder, int covariates, int hidden, Answer answer) {
    Blocks b = new Blocks(Network.builder("image+covariates"));
    String seen = features(b, encoder);
    String known = b.to().input("covariates", covariates);
    String bent = b.dense("covariate.mlp", known, hidden);
    return answered(b, b.to().add("joined", new Concat(), seen, bent, known), answer);
  }

  /** The encoder alone, with nothing to learn for: it says the features of its levels' last. */
  public static Network features(Encoder encoder) {
    Blocks b = new Blocks(Network.builder("features"));
    return b.to().output(FEATURES, pooled(b, encoder)).build();
  }

  private static String features(Blocks b, Encoder encoder) {
    return b.dense("image.mlp", pooled(b, encoder), encoder.hidden());
  }

  /** Layers have the names that they have in a density network. */
  private static String pooled(Blocks b, Encoder encoder) {
    String x = b.to().input("image", 1, encoder.rows(), encoder.columns());
    List<Integer> channels = new ArrayList<>(encoder.channels());
    x = b.unit("stem", x, channels.removeFirst(), 5, 2);
    for (int level = 1; level <= channels.size(); level++) {
      int width = channels.get(level - 1);
      String name = "down" + level;
      x = encoder.residual() ? b.level(name, x, width) : b.unit(name, x, width, 3, 2);
    }
    return b.to().add("features.pooled", new GlobalPool(), x);
  }

  private static Network answered(Blocks b, String from, Answer answer) {
    String z = b.to().add("label.z", new Dense(1), from);
    b.to().add(LABEL, new Affine(List.of(answer.spread()), List.of(answer.mean())), z);
    b.to().add(CLASS_LOGITS, new Dense(answer.classes()), from);
    b.to().add("class.probabilities", new Softmax(), CLASS_LOGITS);
    return b.to().output(LABEL, LABEL).output(CLASSES, "class.probabilities").build();
  }
}
