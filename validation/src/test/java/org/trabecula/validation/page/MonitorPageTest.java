package org.trabecula.validation.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.trabecula.validation.monitoring.BaselineSet;
import org.trabecula.validation.monitoring.Intake;
import org.trabecula.validation.monitoring.MonitoredFilm;
import org.trabecula.validation.monitoring.Panel;
import org.trabecula.validation.monitoring.RuleSet;
import org.trabecula.validation.monitoring.SimulatedResults;
import org.xml.sax.InputSource;

class MonitorPageTest {
  private static final LocalDate START = SimulatedResults.START;

  private static Panel panel(String device, double gain) {
    List<MonitoredFilm> films = SimulatedResults.films(device, 20, 52, 35, gain, new Random(3));
    BaselineSet baselines =
        BaselineSet.of(films, START, START.plusWeeks(26).minusDays(1), Optional.empty());
    return Panel.of(films, baselines, RuleSet.STANDARD);
  }

  @Test
  void thePageIsWellFormedNeedsNothingElseAndIsCalledSynthetic() throws Exception {
    String html = MonitorPage.html(panel("Synthetic <works> A", 1.15), new Intake(1050, 7, 2, 1));

    DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(html.replace("<!DOCTYPE html>", ""))));
    assertThat(html)
        .contains("SYNTHETIC", "goes on", "BMD L1-L4", "drift (EWMA), up")
        .contains("7 results without a date", "2 results of a film that came before")
        .contains("1 file that held no result", "Synthetic &lt;works&gt; A")
        .doesNotContain("<script", "src=", "NaN", "Infinity", "<link");
    Set<String> ids = new HashSet<>();
    Matcher id = Pattern.compile(" id=\"([^\"]+)\"").matcher(html);
    while (id.find()) {
      assertThat(ids.add(id.group(1))).as(id.group(1)).isTrue();
    }
  }

  @Test
  void aQuietDepartmentHasNoAlarmAndItsPageIsNotCalledSynthetic() {
    Panel quiet = panel("Film 1", 1);
    String html = MonitorPage.html(quiet, new Intake(1040, 0, 0, 0));

    assertThat(quiet.alarms()).isEmpty();
    assertThat(html).contains("No alarm", "How to read this").doesNotContain("SYNTHETIC");
  }
}
