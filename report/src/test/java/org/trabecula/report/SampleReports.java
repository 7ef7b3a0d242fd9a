package org.trabecula.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.trabecula.densitometry.CallPolicy;
import org.trabecula.densitometry.DensityEstimate;
import org.trabecula.densitometry.RegionScores;
import org.trabecula.densitometry.ScannerScale;
import org.trabecula.densitometry.Sex;
import org.trabecula.densitometry.Site;
import org.trabecula.densitometry.Subject;
import org.trabecula.radiography.Acquisition;
import org.trabecula.radiography.CanonicalFrame;
import org.trabecula.radiography.CanonicalView;
import org.trabecula.radiography.Laterality;
import org.trabecula.radiography.PixelSpacing;
import org.trabecula.radiography.PresentationIntent;
import org.trabecula.radiography.Radiograph;
import org.trabecula.radiography.Refusal;
import org.trabecula.radiography.View;
import org.trabecula.report.content.Film;
import org.trabecula.report.content.Finding;
import org.trabecula.report.content.Report;
import org.trabecula.screening.Conclusion;
import org.trabecula.screening.DensityModel;
import org.trabecula.screening.FeatureStatistics;
import org.trabecula.screening.GateLimits;
import org.trabecula.screening.ModelPackage;
import org.trabecula.screening.NetworkFile;
import org.trabecula.screening.Outline;
import org.trabecula.screening.PixelMap;
import org.trabecula.screening.Provenance;
import org.trabecula.screening.RegionResult;
import org.trabecula.screening.Reservation;
import org.trabecula.screening.ScreenRequest;
import org.trabecula.screening.Screening;
import org.trabecula.screening.SiteCalibration;
import org.trabecula.screening.SiteResult;
import org.trabecula.screening.ViewDecision;
import org.trabecula.screening.ViewModel;

/** Reports of a drawn spine: blocks for vertebrae in a trunk of soft tissue. Nothing is real. */
public final class SampleReports {
  public static final String HASH = "0123456789abcdef".repeat(4);
  private static final int ROWS = 1075;
  private static final int COLUMNS = 875;
  private static final double MM = 0.4;

  private SampleReports() {}

  public static ModelPackage model() {
    SiteCalibration calibration = new SiteCalibration(1, 0, SiteCalibration.NORMAL_90, 0.3, 1.8);
    Map<Site, SiteCalibration> sites = new EnumMap<>(Site.class);
    for (Site site : Site.values()) {
      sites.put(site, calibration);
    }
    DensityModel lumbar =
        new DensityModel(
            View.LUMBAR_AP,
            new NetworkFile("lumbar-ap.onnx", HASH),
            DensityModel.LUMBAR_REGIONS,
            sites,
            FeatureStatistics.NONE,
            GateLimits.STANDARD);
    return new ModelPackage(
        "starter",
        "1",
        true,
        ScannerScale.HOLOGIC,
        new ViewModel(new NetworkFile("view.onnx", HASH), 0.5),
        List.of(lumbar),
        new Provenance(Map.of(), 7, "0f1e2d3c4b5a", HASH, "trabecula train"));
  }

  public static Subject subject() {
    return new Subject(
        Optional.of(Sex.FEMALE),
        OptionalDouble.of(71),
        OptionalDouble.of(156),
        OptionalDouble.of(52));
  }

  private static Acquisition acquisition() {
    return new Acquisition(
            OptionalDouble.of(80),
            OptionalDouble.of(32.5),
            OptionalDouble.empty(),
            OptionalDouble.of(410),
            Optional.empty(),
            Optional.of("Synthetic works"),
            Optional.of("Film 1"))
        .at(LocalDate.of(2026, 3, 31), "ROOM 2");
  }

  /** A drawn film of a subject. */
  public static Radiograph radiograph(Subject subject) {
    float[] samples = new float[ROWS * COLUMNS];
    RandomGenerator random = new SplittableRandom(5);
    for (int row = 0; row < ROWS; row++) {
      for (int column = 0; column < COLUMNS; column++) {
        double x = (column - COLUMNS / 2.0) * MM;
        double y = (row - ROWS / 2.0) * MM;
        double trunk = 2.2 * Math.sqrt(Math.max(0, 1 - x * x / (165.0 * 165.0)));
        double bone = 1.1 * mineral(x, y, 0.75);
        samples[row * COLUMNS + column] =
            (float) (trunk + bone + 0.03 * random.nextGaussian() + 0.1 * Math.sin(x / 21 + y / 37));
      }
    }
    Radiograph.Description description =
        new Radiograph.Description(
            Optional.of(new PixelSpacing(MM, MM)),
            Optional.of(View.LUMBAR_AP),
            Laterality.UNPAIRED,
            PresentationIntent.FOR_PRESENTATION,
            acquisition(),
            subject);
    return Radiograph.copyOf(ROWS, COLUMNS, samples, description);
  }

  /** Areal mineral in g/cm² at a place in mm from the centre of the film. */
  private static double mineral(double x, double y, double density) {
    double centred = x - 4 * Math.sin(y / 60);
    double level = (y + 400) % 38 - 19;
    double across = 22 + 2 * Math.cos(level / 6);
    boolean body = Math.abs(centred) < across && Math.abs(level) < 15;
    boolean process = Math.abs(centred) < 42 && Math.abs(level) < 3.5;
    double edge = body ? 1 + 0.25 * Math.pow(Math.abs(centred) / across, 6) : 0;
    double spinous = Math.abs(centred) < 5 && Math.abs(level - 8) < 7 ? 0.35 : 0;
    return density * (body ? edge + spinous : process ? 0.4 : Math.abs(y) > 190 ? 0.3 : 0);
  }

  private static PixelMap map(CanonicalFrame frame, double density) {
    float[] values = new float[CanonicalFrame.ROWS * CanonicalFrame.COLUMNS];
    for (int row = 0; row < CanonicalFrame.ROWS; row++) {
      for (int column = 0; column < CanonicalFrame.COLUMNS; column++) {
        double x = (frame.column(column) - COLUMNS / 2.0) * MM;
        double y = (frame.row(row) - ROWS / 2.0) * MM;
        values[row * CanonicalFrame.COLUMNS + column] = (float) mineral(x, y, density);
      }
    }
    return PixelMap.copyOf(values);
  }

  private static RegionResult region(int level, Optional<String> exclusion) {
    double y = (level - 3) * 38 - 1;
    double x = 4 * Math.sin(y / 60);
    List<Outline.Point> points = new ArrayList<>();
    for (int i = 0; i < 72; i++) {
      double angle = 2 * Math.PI * i / 72;
      double reach = Math.min(24 / Math.abs(Math.cos(angle)), 15 / Math.abs(Math.sin(angle)));
      points.add(at(x + reach * Math.cos(angle), y + reach * Math.sin(angle)));
    }
    Site site = Site.VERTEBRAE.get(level - 1);
    return new RegionResult(
        site, 14.4 + 0.3 * level, at(x, y), List.of(new Outline(points)), 0.93, exclusion);
  }

  private static Outline.Point at(double x, double y) {
    return new Outline.Point(y / MM + ROWS / 2.0, x / MM + COLUMNS / 2.0);
  }

  private static SiteResult site(Site site, double bmd, Subject subject) {
    boolean inView = site.isLumbar();
    double sd = inView ? 0.055 : 0.078;
    DensityEstimate estimate = DensityEstimate.normal(site, bmd, sd, ScannerScale.HOLOGIC);
    ScreenRequest request = ScreenRequest.standard();
    double area = site == Site.L1_L4 ? 60.6 : site == Site.L2_L4 ? 45.9 : 15;
    return new SiteResult(
        RegionScores.of(estimate, request.reference(), subject),
        CallPolicy.DEFAULT.judge(estimate, request.reference(), subject),
        inView,
        inView ? OptionalDouble.of(area) : OptionalDouble.empty(),
        site == Site.L1_L4 ? Site.VERTEBRAE : List.of());
  }

  /** A screening of the drawn spine, with L1-L4 at a density. */
  public static Screening.Estimated screening(Subject subject, double bmd) {
    Radiograph film = radiograph(subject);
    CanonicalView canonical = CanonicalView.of(film, View.LUMBAR_AP);
    Map<Site, SiteResult> sites = new EnumMap<>(Site.class);
    double[] ratios = {0.93, 0.99, 1.03, 1.05, 1, 1.02, 0.79, 0.68, 0.92};
    for (Site site : Site.values()) {
      sites.put(site, site(site, bmd * ratios[site.ordinal()], subject));
    }
    return new Screening.Estimated(
        film,
        ScreenRequest.standard(),
        new ViewDecision(View.LUMBAR_AP, Laterality.UNPAIRED, 0.991),
        canonical,
        map(canonical.frame(), bmd),
        List.of(
            region(1, Optional.of("its T-score differs by 1.4 from its neighbour's")),
            region(2, Optional.empty()),
            region(3, Optional.empty()),
            region(4, Optional.empty())),
        sites,
        Conclusion.of(sites.values()),
        List.of(
            new Reservation(
                Reservation.Kind.DISPLAY_PROCESSED,
                "The image was processed for display; densities are less certain than from a raw"
                    + " image."),
            new Reservation(
                Reservation.Kind.NOT_IN_VIEW,
                "The femur is not on this film; its densities are inferred from the spine.")),
        model());
  }

  /** A report with densities. */
  public static Report estimated() {
    return estimated(subject(), 0.78);
  }

  /** A report with L1-L4 at a density. */
  public static Report estimated(Subject subject, double bmd) {
    Screening.Estimated screening = screening(subject, bmd);
    return report(
        "film <1> & \"two\".dcm", Optional.of(screening.radiograph()), Finding.of(screening));
  }

  /** A report of a refusal. */
  public static Report refused() {
    return report(
        "knee.dcm",
        Optional.of(radiograph(Subject.UNKNOWN)),
        new Finding.Refused(
            new Refusal(
                Refusal.Reason.WRONG_ANATOMY,
                "The image does not show a lumbar spine or a hip.",
                "Send an AP radiograph of the lumbar spine or of a hip.")));
  }

  /** A report of a file that holds no image. */
  public static Report unreadable() {
    return report(
        "notes.txt",
        Optional.empty(),
        new Finding.Refused(
            new Refusal(
                Refusal.Reason.NOT_AN_IMAGE, "The file is not an image.", "Send a radiograph.")));
  }

  private static Report report(String name, Optional<Radiograph> film, Finding finding) {
    return new Report(new Film(name, HASH, film), finding, ScreenRequest.standard(), model());
  }
}
