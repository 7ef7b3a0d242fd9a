package org.trabecula.dicom;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import org.junit.jupiter.api.Test;

class TagTest {
  @Test
  void everyConstantIsTheDictionarysTagOfThatKeyword() throws IllegalAccessException {
    int checked = 0;
    for (Field field : Tag.class.getDeclaredFields()) {
      if (Modifier.isPublic(field.getModifiers())) {
        assertThat(Tag.keyword(field.getInt(null))).contains(field.getName());
        checked++;
      }
    }
    assertThat(checked).isGreaterThan(300);
  }

  /** PS3.6 section 6. */
  @Test
  void knownElementsHaveTheRepresentationOfTheStandard() {
    assertThat(Tag.vr(Tag.PatientName)).isEqualTo(Vr.PN);
    assertThat(Tag.vr(Tag.Rows)).isEqualTo(Vr.US);
    assertThat(Tag.vr(Tag.PixelSpacing)).isEqualTo(Vr.DS);
    assertThat(Tag.vr(Tag.ContentSequence)).isEqualTo(Vr.SQ);
    assertThat(Tag.vr(Tag.TextValue)).isEqualTo(Vr.UT);
    assertThat(Tag.PixelData).isEqualTo(0x7FE00010);
  }

  @Test
  void overlaysRepeatAndPrivateBlocksHaveOwners() {
    assertThat(Tag.keyword(0x60023000)).contains("OverlayData");
    assertThat(Tag.vr(0x00090010)).isEqualTo(Vr.LO);
    assertThat(Tag.vr(0x00091001)).isEqualTo(Vr.UN);
    assertThat(Tag.vr(0x00110000)).isEqualTo(Vr.UL);
  }

  @Test
  void textNamesTheTag() {
    assertThat(Tag.text(Tag.Modality)).isEqualTo("(0008,0060) Modality");
    assertThat(Tag.text(0x00091001)).isEqualTo("(0009,1001)");
  }
}
