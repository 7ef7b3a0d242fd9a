package org.trabecula.validation.page;

import java.nio.file.Path;
import org.trabecula.densitometry.Site;
import org.trabecula.validation.study.ValidationStudy;

final class SampleReport {
  public static void main(String[] args) throws Exception {
    long t0 = System.nanoTime();
    ValidationStudy study =
        SampleStudy.of(
            Integer.parseInt(args[1]),
            Integer.parseInt(args[2]),
            true,
            Site.L1_L4,
            Site.L2_L4,
            Site.FEMORAL_NECK,
            Site.TROCHANTER,
            Site.TOTAL_HIP);
    long t1 = System.nanoTime();
    IllustratedStudy ill = IllustratedStudy.of(study);
    StudyPage.of(ill);
    long t2 = System.nanoTime();
    StudyFolder.write(study, Path.of(args[0]));
    long t3 = System.nanoTime();
    System.err.printf(
        "numbers %.1f s, figures+html %.1f s, files with pdf %.1f s%n",
        (t1 - t0) / 1e9, (t2 - t1) / 1e9, (t3 - t2) / 1e9);
  }
}
