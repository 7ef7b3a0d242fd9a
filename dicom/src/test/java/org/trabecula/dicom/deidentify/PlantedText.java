package org.trabecula.dicom.deidentify;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.trabecula.dicom.DataSet;
import org.trabecula.dicom.Decoding;
import org.trabecula.dicom.DicomObject;
import org.trabecula.dicom.Frame;
import org.trabecula.dicom.PixelData;
import org.trabecula.dicom.TransferSyntax;

/** Generated synthetic films of 12 bits, and text drawn into them letter by letter. */
final class PlantedText {
  static final int ROWS = 480;
  static final int COLUMNS = 400;
  private static final String LETTERS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";

  /** Columns of 5 x 7 letters, the top in the lowest bit. */
  private static final String SHAPES =
      "3E5149453E00427F400042615149462141454B311814127F1027454545393C4A49493001710905033649494936"
          + "064929291E7E1111117E7F494949363E414141227F4141221C7F494949417F090909013E4149497A"
          + "7F0808087F00417F41002040413F017F081422417F404040407F020C027F7F0408107F3E4141413E"
          + "7F090909063E4151215E7F09192946464949493101017F01013F4040403F1F2040201F3F4038403F"
          + "63140814630708700807615149454340";

  private static final Map<Character, int[]> FONT = font();

  private final int[] values = new int[ROWS * COLUMNS];
  private final List<Integer> text = new ArrayList<>();

  PlantedText(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double centre = COLUMNS * random.nextDouble(0.4, 0.6);
    for (int row = 0; row < ROWS; row++) {
      for (int column = 0; column < COLUMNS; column++) {
        double bone = 1 / (1 + Math.exp((Math.abs(column - centre) - 45) / 5));
        double level = row / 36 % 2 == 0 ? 1 : 0.85;
        double body = 1 / (1 + Math.exp((Math.abs(column - centre) - 165) / 8));
        double value = 300 + 900 * body + 1300 * bone * level + row + 45 * random.nextGaussian();
        values[row * COLUMNS + column] = (int) Math.clamp(value, 0, 4095);
      }
    }
  }

  private static Map<Character, int[]> font() {
    Map<Character, int[]> font = new HashMap<>();
    for (int i = 0; i < LETTERS.length(); i++) {
      int[] columns = new int[5];
      for (int c = 0; c < 5; c++) {
        columns[c] = Integer.parseInt(SHAPES, 10 * i + 2 * c, 10 * i + 2 * c + 2, 16);
      }
      font.put(LETTERS.charAt(i), columns);
    }
    return font;
  }

  /** Draws a line of text with letters of {@code 7 * scale} rows. */
  PlantedText draw(String words, int top, int left, int scale, int value) {
    for (int i = 0; i < words.length(); i++) {
      int[] shape = FONT.getOrDefault(words.charAt(i), new int[5]);
      for (int p = 0; p < 5 * scale * 7 * scale; p++) {
        int x = p % (5 * scale);
        int y = p / (5 * scale);
        if ((shape[x / scale] >> (y / scale) & 1) == 1) {
          int at = (top + y) * COLUMNS + left + 6 * scale * i + x;
          values[at] = value;
          text.add(at);
        }
      }
    }
    return this;
  }

  /** Fills a rectangle, as the plate under dark text. */
  PlantedText plate(Box box, int value) {
    for (int row = box.top(); row < box.bottom(); row++) {
      for (int column = box.left(); column < box.right(); column++) {
        values[row * COLUMNS + column] = value;
      }
    }
    return this;
  }

  int[] values() {
    return values.clone();
  }

  /** The pixels that were drawn. */
  List<Integer> text() {
    return List.copyOf(text);
  }

  short[] shorts() {
    short[] shorts = new short[values.length];
    for (int i = 0; i < shorts.length; i++) {
      shorts[i] = (short) values[i];
    }
    return shorts;
  }

  DataSet data() {
    return Samples.withPixels(Samples.header(), ROWS, COLUMNS, shorts()).build();
  }

  Frame frame() {
    return frame(DicomObject.of(data(), TransferSyntax.EXPLICIT_LITTLE_ENDIAN));
  }

  static Frame frame(DicomObject object) {
    return ((Decoding.Decoded) PixelData.decode(object)).frame();
  }
}
