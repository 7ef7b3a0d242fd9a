package org.trabecula.validation.page;

import java.util.List;
import java.util.Locale;
import org.trabecula.densitometry.ScannerScale;
import org.trabecula.validation.figure.Studied;
import org.trabecula.validation.study.SiteStudy;
import org.trabecula.validation.study.ThresholdStudy;
import org.trabecula.validation.study.ValidationStudy;

/** Words that several sections say alike. */
final class Words {
  private Words() {}

  /** A level of confidence or a share, for instance {@code 95 %}. */
  static String percent(double share) {
    String text = String.format(Locale.ROOT, "%.1f", 100 * share);
    return (text.endsWith(".0") ? text.substring(0, text.length() - 2) : text) + " %";
  }

  /** Tables are copied out of their report: each says for itself what it holds. */
  static String label(ValidationStudy study) {
    return study.heading().synthetic() ? "Synthetic: " : "";
  }

  static String label(SiteStudy site) {
    return site.source().name() + (site.source().synthetic() ? ", synthetic: " : ": ");
  }

  /** A scanner's scale as its maker is written. */
  static String scale(ScannerScale scale) {
    String name = scale.name();
    return name.substring(0, 1) + name.substring(1).toLowerCase(Locale.ROOT);
  }

  /** The T-scores at which a site has anything to report: it has none without a reference. */
  static List<ThresholdStudy> reported(SiteStudy site) {
    return site.thresholds().stream().filter(at -> at.accuracy().counts().size() > 0).toList();
  }

  /** The place of a site in the page. */
  static String id(SiteStudy site) {
    return "site-" + new Studied(site.source().name(), false).name("");
  }
}
