package org.trabecula.learning.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.trabecula.learning.network.LabelNetworks.Answer;
import org.trabecula.learning.network.LabelNetworks.Encoder;

class LabelNetworksTest {
  private static final Answer ANSWER = new Answer(-1.8, 0.7, 3);

  @Test
  void aLinearNetworkHasACoefficientPerCovariateAndAnswer() {
    Network network = LabelNetworks.covariates(6, 0, ANSWER);

    assertThat(network.parameterCount()).isEqualTo((6 + 1) * (1 + 3));
    assertThat(network.shape(LabelNetworks.LABEL).channels()).isEqualTo(1);
    assertThat(network.shape(LabelNetworks.CLASS_LOGITS).channels()).isEqualTo(3);
  }

  @Test
  void eachNetworkTakesWhatItsNameSays() {
    assertThat(LabelNetworks.covariates(6, 8, ANSWER).inputs()).containsOnlyKeys("covariates");
    assertThat(LabelNetworks.image(Encoder.SMALL, ANSWER).inputs()).containsOnlyKeys("image");
    assertThat(LabelNetworks.both(Encoder.SMALL, 6, 8, ANSWER).inputs())
        .containsOnlyKeys("image", "covariates");
  }

  /** What OnnxParameters passes on goes by name and shape. */
  @Test
  void theEncoderOfADensityNetworkIsFoundInOne() {
    Network density = Networks.density("d", 4, Networks.unitScale(7), Networks.Size.STANDARD);
    Network both = LabelNetworks.both(Encoder.OF_DENSITY, 6, 8, ANSWER);
    Map<String, List<Integer>> theirs =
        density.parameters().stream().collect(Collectors.toMap(Parameter::name, Parameter::shape));

    List<Parameter> encoder =
        both.parameters().stream()
            .filter(p -> p.name().startsWith("stem") || p.name().startsWith("down"))
            .toList();

    assertThat(encoder).hasSizeGreaterThan(60);
    assertThat(encoder).allSatisfy(p -> assertThat(theirs.get(p.name())).isEqualTo(p.shape()));
    assertThat(both.parameters().stream().filter(p -> !encoder.contains(p)).map(Parameter::name))
        .doesNotContainAnyElementsOf(theirs.keySet());
  }

  @Test
  void theSmallEncoderIsSmall() {
    assertThat(LabelNetworks.image(Encoder.SMALL, ANSWER).multiplyAdds())
        .isBetween(5_000_000L, 8_000_000L);
  }

  @Test
  void anAnswerNeedsASpreadAndTwoClasses() {
    assertThatThrownBy(() -> new Answer(0, 0, 3)).hasMessageContaining("spread 0.0");
    assertThatThrownBy(() -> new Answer(0, 1, 1)).hasMessageContaining("1 classes");
    assertThatThrownBy(() -> new Encoder(256, 192, List.of(4, 4), false, 8))
        .hasMessageContaining("five levels");
  }
}
