package org.trabecula.report.content;

import java.util.List;
import org.trabecula.screening.ModelPackage;

/** The sentences that stand on every report, in one place so that all formats say the same. */
public final class Statements {
  private Statements() {}

  /** What was trained on what. */
  public static String training(ModelPackage model) {
    return model.synthetic()
        ? "Trained on simulated (synthetic) radiographs only; its accuracy on patients is not known."
        : "Trained on radiographs with paired DXA results of the cohort named in its provenance.";
  }

  /** The limits of the method. */
  public static List<String> limits(ModelPackage model) {
    return List.of(
        "Research use only; not a medical device; not for diagnosis or treatment decisions.",
        "An estimate from a radiograph, not a DXA measurement. It does not rule out low bone"
            + " density, osteoporosis or a fracture.",
        model.synthetic()
            ? "Calibrate on your own pairs of radiograph and DXA before any use with patients."
            : "Verify the calibration on your own pairs of radiograph and DXA.");
  }
}
