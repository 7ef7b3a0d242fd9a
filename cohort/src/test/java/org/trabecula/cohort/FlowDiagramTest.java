package org.trabecula.cohort;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.trabecula.cohort.FlowDiagram.Count;
import org.w3c.dom.Document;

class FlowDiagramTest {
  private static Document parsed(String svg) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 5, 20})
  void theDrawingIsWellFormedAndHoldsEveryReason(int reasons) throws Exception {
    Map<String, Count> out = new LinkedHashMap<>();
    for (int i = 0; i < reasons; i++) {
      out.put("reason <" + i + "> & more", new Count(i, 100 + i));
    }
    FlowDiagram flow = new FlowDiagram(new Count(50, 3000), out, new Count(1, 1));
    Document svg = parsed(flow.svg(false));
    String text = svg.getDocumentElement().getTextContent();
    assertThat(text).contains("3000 radiographs of 50 subjects", "1 radiograph of 1 subject");
    out.forEach((reason, count) ->
        assertThat(text).contains(reason, Integer.toString(count.radiographs())));
    assertThat(svg.getElementsByTagName("rect").getLength()).isEqualTo(reasons == 0 ? 3 : 4);
    assertThat(text).doesNotContain("ynthetic");
  }

  @Test
  void aDrawingOfSimulatedFilmsSaysSo() throws Exception {
    FlowDiagram flow = new FlowDiagram(new Count(1, 2), Map.of(), new Count(1, 2));
    assertThat(parsed(flow.svg(true)).getDocumentElement().getTextContent())
        .contains("Synthetic radiographs given", "Synthetic radiographs in the cohort");
  }

  @Test
  void aReasonTooLongForItsLineIsCut() throws Exception {
    FlowDiagram flow =
        new FlowDiagram(new Count(1, 1), Map.of("x".repeat(80), new Count(1, 1)), new Count(0, 0));
    assertThat(flow.svg(false)).contains("x".repeat(30) + "…").doesNotContain("x".repeat(31));
    assertThat(flow.markdown()).contains("x".repeat(80));
  }
}
