package org.trabecula.report.summary;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.trabecula.densitometry.Call;
import org.trabecula.densitometry.Site;
import org.trabecula.report.SampleReports;
import org.trabecula.screening.ScreenRequest;

class SummaryTest {
  private static final CsvTable CSV = new CsvTable(ScreenRequest.standard(), SampleReports.model());
  private static final TextTable TEXT = new TextTable(12);

  @Test
  void aRowHoldsCallDensitiesIntervalsAndTScores() {
    String line = TEXT.line(SummaryRow.of("film.dcm", SampleReports.estimated()));

    assertThat(line)
        .isEqualTo(
            "film.dcm      likely low    L1-L4 0.780 (0.690-0.870) T -2.4      "
                + "femoral neck 0.616 (0.488-0.744) T -2.0 inferred");
  }

  @Test
  void theLongestDensityStaysApartFromTheNext() {
    SummaryRow.Density longest =
        new SummaryRow.Density(Site.L1_L4, "0.912", "0.750", "1.073", Optional.of("-1.2"), false);
    SummaryRow row =
        new SummaryRow.Screened(
            "hip.dcm",
            SummaryRow.Circumstances.UNKNOWN,
            Call.LIKELY_LOW,
            Optional.of(longest),
            Optional.of(longest));

    assertThat(TEXT.line(row)).contains("inferred  L1-L4");
  }

  @Test
  void aRefusalSaysWhyAndWhatToDo() {
    assertThat(TEXT.line(SummaryRow.of("knee.dcm", SampleReports.refused())))
        .contains("refused", "does not show a lumbar spine", "Send an AP radiograph");
  }

  @Test
  void theHeadNamesModelTrainingAndReference() {
    assertThat(TEXT.head(ScreenRequest.standard(), SampleReports.model()))
        .contains("starter 1", "synthetic", "NHANES III", "version 1", "g/cm2");
  }

  @Test
  void everyCsvLineHasAsManyCellsAsTheHeading() {
    int columns = CSV.head().split(",", -1).length;

    assertThat(cells(SummaryRow.of("film.dcm", SampleReports.estimated()))).isEqualTo(columns);
    assertThat(cells(SummaryRow.of("knee.dcm", SampleReports.refused()))).isEqualTo(columns);
    assertThat(cells(new SummaryRow.Failed("x.dcm", "gone"))).isEqualTo(columns);
  }

  @Test
  void aRowSaysWhenAndWithWhatTheFilmWasMade() {
    String head = CSV.head();
    String line = CSV.line(SummaryRow.of("film.dcm", SampleReports.estimated()));

    assertThat(head)
        .endsWith("view,date,manufacturer,device,station,kvp,mas,exposure_index,sex,age");
    assertThat(line)
        .endsWith("lumbar-ap,2026-03-31,Synthetic works,Film 1,ROOM 2,80,32.5,410,female,71");
  }

  private static int cells(SummaryRow row) {
    // No cell of these rows holds a quoted comma, except the reference's name, which is an id here.
    return CSV.line(row).replaceAll("\"[^\"]*\"", "").split(",", -1).length;
  }

  @Test
  void aNameWithCommaOrQuoteIsQuoted() {
    assertThat(CSV.line(new SummaryRow.Failed("a,\"b\".dcm", "gone")))
        .startsWith("\"a,\"\"b\"\".dcm\",failed,");
  }
}
