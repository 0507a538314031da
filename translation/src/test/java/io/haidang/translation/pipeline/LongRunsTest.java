package io.haidang.translation.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.haidang.glossary.Glossary;
import io.haidang.glossary.enforce.TermEnforcer;
import io.haidang.models.LanguagePair;
import io.haidang.translation.PostEdit;
import io.haidang.translation.TranslationContext;
import io.haidang.translation.WordDiff;
import io.haidang.translation.check.Checks;
import io.haidang.translation.document.DocumentFormat;
import io.haidang.translation.document.MergeOptions;
import io.haidang.translation.document.SegmentedDocument;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A text that says one thing over and over may not take the stack of whoever reads it. */
class LongRunsTest {

  private static final LanguagePair PAIR = LanguagePair.of("vi", "en");
  private static final TranslationContext CONTEXT =
      new TranslationContext(PAIR, LocalDate.of(2026, 5, 1), new TermEnforcer(Glossary.starter()));

  @ParameterizedTest
  @ValueSource(strings = {"1.", "a) ", "1) ", "AA-", "a-", "a’", "A.", "1/"})
  void run_ofOneThing_isPreparedCheckedAndCompared(String one) {
    String text = one.repeat(5_000);

    assertThat(new SourcePreparation(CONTEXT, null).prepare(text)).isNotNull();
    assertThat(Checks.run(text, text, CONTEXT)).isNotNull();
    assertThat(WordDiff.of(text, text)).hasSize(1);
    assertThat(PostEdit.of(text, text, Locale.ENGLISH).edits()).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"1.", "a) ", "AA-", "A."})
  void run_ofOneThing_isCutAndJoinedWithoutLoss(String one) {
    byte[] text = one.repeat(5_000).strip().getBytes(StandardCharsets.UTF_8);

    SegmentedDocument read = SegmentedDocument.read(DocumentFormat.PLAIN, text, PAIR.source());

    assertThat(read.merge(read.segments(), MergeOptions.of(PAIR.target()))).isEqualTo(text);
  }
}
