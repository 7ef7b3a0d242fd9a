package org.trabecula.learning.torch;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PrecisionTest {
  @ParameterizedTest
  @CsvSource({
    "'flags\t\t: fpu sse4_2 fma avx2 avx512f avx512_bf16 amx_tile amx_bf16', BRAIN",
    "'flags\t\t: fpu sse4_2 fma avx2 avx512f avx512_bf16', BRAIN",
    "'Features\t: fp asimd bf16 i8mm', BRAIN",
    "'flags\t\t: fpu sse4_2 fma avx2', SINGLE",
    "'flags\t\t: fpu avx512f avx512_vnni', SINGLE",
    "'', SINGLE"
  })
  void bfloat16IsForProcessorsThatMultiplyIt(String description, Precision fastest) {
    assertThat(Precision.of(description)).isEqualTo(fastest);
  }
}
