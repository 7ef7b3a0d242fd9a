package org.trabecula.radiography;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.trabecula.dicom.DataSet;
import org.trabecula.dicom.Tag;

/**
 * From the maker's units to display brightness (PS3.3 C.11.2), here 0 to 1. For {@link
 * DisplayImage} only: the model never sees it.
 */
public sealed interface VoiLut {
  /** VOI LUT Function (0028,1056). */
  enum Function {
    LINEAR,
    LINEAR_EXACT,
    SIGMOID
  }

  /**
   * Window Center and Width.
   *
   * @param center in the units that go in
   * @param width at least 1 for {@link Function#LINEAR}, otherwise above 0
   */
  record Window(double center, double width, Function function) implements VoiLut {
    public Window {
      if (!possible(width, function) || !Double.isFinite(center)) {
        throw new IllegalArgumentException(
            "A window of width %s around %s cannot be %s".formatted(width, center, function));
      }
    }

    private static boolean possible(double width, Function function) {
      return Double.isFinite(width) && (function == Function.LINEAR ? width >= 1 : width > 0);
    }

    /**
     * The linear window in which {@code low} is the last black and {@code high} the first white.
     */
    public static Window between(double low, double high) {
      double width = Math.max(1, high - low + 1);
      return new Window((low + high + 1) / 2, width, Function.LINEAR);
    }

    double at(double x) {
      return switch (function) {
        case LINEAR -> linear(x);
        case LINEAR_EXACT -> Math.clamp((x - center) / width + 0.5, 0.0, 1.0);
        case SIGMOID -> 1 / (1 + Math.exp(-4 * (x - center) / width));
      };
    }

    private double linear(double x) {
      double half = (width - 1) / 2;
      if (x <= center - 0.5 - half) {
        return 0;
      }
      return x > center - 0.5 + half ? 1 : (x - (center - 0.5)) / (width - 1) + 0.5;
    }
  }

  /** An item of the VOI LUT Sequence. */
  final class Table implements VoiLut {
    private final LookupTable table;

    private Table(LookupTable table) {
      this.table = table;
    }
  }

  /** The alternatives that an image offers, tables first; malformed ones are left out. */
  static List<VoiLut> all(DataSet data) {
    List<VoiLut> result = new ArrayList<>();
    boolean signed = signedInput(data);
    for (DataSet item : data.items(Tag.VOILUTSequence)) {
      LookupTable.of(item, signed).ifPresent(table -> result.add(new Table(table)));
    }
    double[] centers = data.decimals(Tag.WindowCenter);
    double[] widths = data.decimals(Tag.WindowWidth);
    Function function = function(data);
    for (int i = 0; i < Math.min(centers.length, widths.length); i++) {
      if (Double.isFinite(centers[i]) && Window.possible(widths[i], function)) {
        result.add(new Window(centers[i], widths[i], function));
      }
    }
    return result;
  }

  private static Function function(DataSet data) {
    return switch (data.string(Tag.VOILUTFunction).orElse("").toUpperCase(Locale.ROOT)) {
      case "SIGMOID" -> Function.SIGMOID;
      case "LINEAR_EXACT" -> Function.LINEAR_EXACT;
      default -> Function.LINEAR;
    };
  }

  /** The modality LUT's output is negative only for signed data or a negative intercept. */
  private static boolean signedInput(DataSet data) {
    boolean table = !data.items(Tag.ModalityLUTSequence).isEmpty();
    boolean signed = data.integer(Tag.PixelRepresentation).orElse(0) == 1;
    boolean lowered = data.decimal(Tag.RescaleIntercept).orElse(0) < 0;
    return !table && (signed || lowered);
  }

  /** Brightness in [0, 1], before polarity. */
  default double apply(double x) {
    return switch (this) {
      case Window window -> window.at(x);
      case Table table -> table.table.at(x) / table.table.full();
    };
  }
}
