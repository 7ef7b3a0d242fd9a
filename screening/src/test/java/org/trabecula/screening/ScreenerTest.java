package org.trabecula.screening;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScreenerTest {
  @TempDir static Path folder;
  static Screener screener;

  @BeforeAll
  static void open() throws IOException {
    FakeNetworks.writePackage(folder);
    screener = Screener.open(folder, ScreenerOptions.STANDARD);
  }

  @AfterAll
  static void close() {
    screener.close();
  }

  @Test
  void aSpineIsEstimated() {
    Screening screening =
        screener.screen(FakeFilms.of(FakeFilms.Bright.MIDDLE, 1), ScreenRequest.standard());
    System.err.println(screening instanceof Screening.Declined d ? d.refusal() : "");
    assertThat(screening).isInstanceOf(Screening.Estimated.class);
    Screening.Estimated e = (Screening.Estimated) screening;
    System.err.println(e.sites());
    System.err.println(e.reservations());
    System.err.println(e.conclusion());
  }
}
