package org.trabecula.learning.labelled;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import javax.imageio.ImageIO;
import org.trabecula.learning.data.AugmentationSettings;
import org.trabecula.learning.data.Progress;
import org.trabecula.learning.network.LabelNetworks;
import org.trabecula.learning.torch.Precision;
import org.trabecula.learning.training.TrainingEvent;
import org.trabecula.validation.Bootstrap;

/**
 * An invented study: a limb with a bone on each film. The label falls with age, and with what age
 * does not know; if the image is to tell, the width of the bone shows that.
 */
final class DrawnStudy {
  private static final int ROWS = 320;
  private static final int COLUMNS = 260;

  private final Path folder;
  private final int films;
  private final boolean telling;

  private DrawnStudy(Path folder, int films, boolean telling) {
    this.folder = folder;
    this.films = films;
    this.telling = telling;
  }

  /** Writes table and films. */
  static DrawnStudy of(Path folder, int films, boolean telling) throws IOException {
    DrawnStudy study = new DrawnStudy(folder, films, telling);
    Files.createDirectories(study.images());
    StringBuilder table = new StringBuilder("image,t_score,class,style,age,sex\n");
    for (int i = 0; i < films; i++) {
      table.append(study.film(i));
    }
    Files.writeString(study.table(), table);
    return study;
  }

  Path table() {
    return folder.resolve("labels.csv");
  }

  Path images() {
    return folder.resolve("films");
  }

  private String film(int number) throws IOException {
    SplittableRandom random = new SplittableRandom(number);
    double age = 30 + 50 * random.nextDouble();
    double own = random.nextGaussian();
    double label = -1.5 - (age - 55) / 40 + 0.5 * own;
    ImageIO.write(
        picture(telling ? own : random.nextGaussian(), random),
        "png",
        images().resolve("f" + number + ".png").toFile());
    return String.format(
        Locale.ROOT,
        "f%d,%.3f,%s,%s,%s,%s\n",
        number,
        label,
        label > -1.5 ? "well" : "ill",
        number % 2 == 0 ? "even" : "odd",
        number % 7 == 3 ? "" : String.format(Locale.ROOT, "%.0f", age),
        number % 3 == 0 ? "male" : "female");
  }

  private static BufferedImage picture(double bone, SplittableRandom random) {
    BufferedImage image = new BufferedImage(COLUMNS, ROWS, BufferedImage.TYPE_BYTE_GRAY);
    double half = 44 + 14 * Math.tanh(bone);
    // Grain of its own makes a film no twin of another.
    double[] grain = random.doubles(ROWS / 6 * 50).map(x -> 60 * (x - 0.5)).toArray();
    for (int r = 0; r < ROWS; r++) {
      for (int c = 0; c < COLUMNS; c++) {
        double across = Math.abs(c - 130);
        double grey = (across < 108 - r / 8 ? 110 : 15) + (across < half ? 70 : 0);
        grey += across < 108 - r / 8 ? grain[(r / 6 * 43 + c / 6) % grain.length] : 0;
        image
            .getRaster()
            .setSample(c, r, 0, (int) Math.clamp(grey + 4 * random.nextGaussian(), 0, 255));
      }
    }
    return image;
  }

  LabelStudy.Request request(Path out) {
    return new LabelStudy.Request(
        table(),
        images(),
        new LabelColumns(
            "image",
            "t_score",
            "class",
            Optional.empty(),
            Optional.of("style"),
            List.of("age", "sex"),
            Map.of()),
        "ill",
        Optional.empty(),
        out,
        new Bootstrap(200, 1, 0.95),
        new LabelStudy.Origin(films + " drawn limbs", true, "0000000", "a test"));
  }

  /** A study of seconds: one thread, for two that spin are slow on a busy machine. */
  static StudySettings settings(double imageEpochs) {
    return new StudySettings(
        2,
        1,
        new StudySettings.Pace(imageEpochs, 1e-2),
        new StudySettings.Pace(20, 2e-2),
        8,
        4,
        1,
        new LabelNetworks.Encoder(256, 192, List.of(4, 4, 4, 8, 8), false, 8),
        new LabelNetworks.Encoder(256, 192, List.of(4, 4, 4, 8, 8), true, 8),
        0.1,
        AugmentationSettings.NONE,
        Precision.SINGLE,
        1);
  }

  static LabelStudy.Hearing hearing(List<TrainingEvent> events) {
    return new LabelStudy.Hearing(Progress.SILENT, events::add);
  }
}
