package org.trabecula.validation.page;

import java.util.Locale;
import org.trabecula.validation.figure.Studied;
import org.trabecula.validation.study.SiteStudy;
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

  /** The place of a site in the page. */
  static String id(SiteStudy site) {
    return "site-" + new Studied(site.source().name(), false).name("");
  }
}
