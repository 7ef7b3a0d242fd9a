package org.trabecula.validation.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.trabecula.densitometry.Site;
import org.trabecula.validation.figure.Figure;
import org.trabecula.validation.figure.Studied;
import org.trabecula.validation.study.SiteStudy;
import org.trabecula.validation.study.SubgroupFigures;

class SubgroupsTest {
  private static final Studied STUDIED = new Studied("L1-L4", true);

  @Test
  void everyGroupIsInTheTableAndInAFigure() {
    SiteStudy site = SampleStudy.of(80, Site.L1_L4).sites().getFirst();
    String table = Subgroups.table(site).html();
    String figures =
        Subgroups.figures(STUDIED, site).stream().map(Figure::svg).collect(Collectors.joining());
    for (SubgroupFigures group : site.evaluation().subgroups()) {
      assertThat(table).contains(Html.escaped(group.trait() + ": " + group.value()));
      assertThat(figures).contains(">" + Html.escaped(group.value()) + "<");
    }
  }

  @Test
  void aSiteWithoutReferenceHasNoAreas() {
    SiteStudy site = SampleStudy.of(80, Site.TROCHANTER).sites().getFirst();
    assertThat(Subgroups.table(site).html()).doesNotContain("AUC").contains("coverage");
    assertThat(Subgroups.figures(STUDIED, site).getFirst().svg()).doesNotContain("AUC");
  }

  @Test
  void aFigureFitsOnAPage() {
    SiteStudy site = SampleStudy.of(80, Site.L1_L4).sites().getFirst();
    List<Figure> figures = Subgroups.figures(STUDIED, site);
    assertThat(figures)
        .isNotEmpty()
        .allMatch(figure -> figure.drawing().height() / figure.drawing().width() < 1.2);
  }
}
