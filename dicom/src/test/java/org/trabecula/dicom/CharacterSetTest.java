package org.trabecula.dicom;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The examples of PS3.5 annexes H (Japanese), I (Korean), J and K (Chinese). */
class CharacterSetTest {
  private static final String ESC = "\u001B";

  private static String name(List<String> terms, String bytes) {
    Bytes value = Bytes.wrap(bytes.getBytes(StandardCharsets.ISO_8859_1));
    return CharacterSet.of(terms).decode(value, true);
  }

  @Test
  void kanjiAndKanaByEscapes() {
    String bytes =
        "Yamada^Tarou=%1$s$B;3ED%1$s(B^%1$s$BB@O:%1$s(B=%1$s$B$d$^$@%1$s(B^%1$s$B$?$m$&%1$s(B"
            .formatted(ESC);
    assertThat(name(List.of("", "ISO 2022 IR 87"), bytes)).isEqualTo("Yamada^Tarou=山田^太郎=やまだ^たろう");
  }

  @Test
  void halfWidthKatakanaWithoutAnEscape() {
    String bytes =
        "\u00D4\u00CF\u00C0\u00DE^\u00C0\u00DB\u00B3=%1$s$B;3ED%1$s(J^%1$s$BB@O:%1$s(J"
            .formatted(ESC);
    assertThat(name(List.of("ISO 2022 IR 13", "ISO 2022 IR 87"), bytes))
        .isEqualTo("ﾔﾏﾀﾞ^ﾀﾛｳ=山田^太郎");
  }

  @Test
  void koreanInTheUpperHalf() {
    String bytes =
        ("Hong^Gildong=%1$s$)C\u00FB\u00F3^%1$s$)C\u00D1\u00CE\u00D4\u00D7="
                + "%1$s$)C\u00C8\u00AB^%1$s$)C\u00B1\u00E6\u00B5\u00BF")
            .formatted(ESC);
    assertThat(name(List.of("", "ISO 2022 IR 149"), bytes)).isEqualTo("Hong^Gildong=洪^吉洞=홍^길동");
  }

  @Test
  void chineseInTheUpperHalf() {
    String bytes =
        "Zhang^XiaoDong=%1$s$)A\u00D5\u00C5^%1$s$)A\u00D0\u00A1\u00B6\u00AB=".formatted(ESC);
    assertThat(name(List.of("", "ISO 2022 IR 58"), bytes)).isEqualTo("Zhang^XiaoDong=张^小东=");
  }

  @Test
  void gb18030StandsAloneAndItsSecondBytesMayLookLikeSeparators() {
    assertThat(name(List.of("GB18030"), "Wang^XiaoDong=\u00CD\u00F5^\u00D0\u00A1\u00B6\u00AB="))
        .isEqualTo("Wang^XiaoDong=王^小东=");
    byte[] backslash = {(byte) 0x81, 0x5C};
    DataSet data =
        DataSet.builder()
            .put(Tag.SpecificCharacterSet, "GB18030")
            .put(new Element.Plain(Tag.PatientID, Vr.LO, Bytes.wrap(backslash)))
            .build();
    assertThat(data.strings(Tag.PatientID)).hasSize(1);
  }

  @Test
  void supplementaryKanji() {
    // Row 16, cell 2 of JIS X 0212.
    assertThat(name(List.of("", "ISO 2022 IR 159"), ESC + "$(D0\"" + ESC + "(B")).isEqualTo("丄");
  }

  @Test
  void aDelimiterBringsBackTheFirstSet() {
    String bytes = "\u00C4%1$s-L\u00B4^\u00C4".formatted(ESC);
    List<String> terms = List.of("ISO 2022 IR 100", "ISO 2022 IR 144");
    assertThat(name(terms, bytes)).isEqualTo("ÄД^Ä");
    Bytes value = Bytes.wrap(bytes.getBytes(StandardCharsets.ISO_8859_1));
    assertThat(CharacterSet.of(terms).decode(value, false)).isEqualTo("ÄД^Ф");
  }

  @ParameterizedTest
  @CsvSource({
    "ISO_IR 100,Äneas^Rüdiger",
    "ISO_IR 101,Łukasz^Žofie",
    "ISO_IR 144,Люкceмбypг",
    "ISO_IR 126,Διονυσιος",
    "ISO_IR 127,قباني^لنزار",
    "ISO_IR 138,שרון^דבורה",
    "ISO_IR 148,Ğül^İnci",
    "ISO_IR 166,ไทย",
    "ISO_IR 13,ﾔﾏﾀﾞ",
    "ISO_IR 192,Wang=王^小東",
    "GB18030,Wang=王^小东",
    "GBK,Wang=王^小东"
  })
  void whatIsEncodedDecodesToTheSame(String term, String text) {
    CharacterSet set = CharacterSet.of(List.of(term));
    assertThat(set.decode(Bytes.wrap(set.encode(text).orElseThrow()), true)).isEqualTo(text);
  }

  @Test
  void misspeltTermsAreUnderstood() {
    for (String term : List.of("ISO_IR 100", "ISO-IR 100", "ISO_IR100", "ISO 2022-IR 100")) {
      assertThat(Repertoire.ofTerm(term)).contains(Repertoire.LATIN_1);
    }
    assertThat(Repertoire.ofTerm("KLINGON")).isEmpty();
  }

  @Test
  void undeclaredHighBytesAreUtf8IfTheyCanBe() {
    assertThat(name(List.of(), "M\u00C3\u00BCller")).isEqualTo("Müller");
    assertThat(name(List.of(), "M\u00FCller")).isEqualTo("Müller");
  }

  @ParameterizedTest
  @EnumSource(Repertoire.class)
  void noBytesAreTooOddToDecode(Repertoire repertoire) {
    byte[] all = new byte[512];
    for (int i = 0; i < all.length; i++) {
      all[i] = (byte) (i * 37);
    }
    assertThat(new Iso2022(repertoire, true).decode(all)).isNotEmpty();
  }

  @Test
  void whatTheSetCannotSayIsNotEncoded() {
    assertThat(CharacterSet.of(List.of("ISO_IR 100")).encode("山田")).isEmpty();
    assertThat(CharacterSet.DEFAULT.encode("é")).isEmpty();
    assertThat(CharacterSet.of(List.of("", "ISO 2022 IR 87")).encode("山田")).isEmpty();
    assertThat(CharacterSet.of(List.of("", "ISO 2022 IR 87")).encode("Yamada")).isPresent();
  }
}
