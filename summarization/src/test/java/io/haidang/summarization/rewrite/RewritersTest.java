package io.haidang.summarization.rewrite;

import static org.assertj.core.api.Assertions.assertThat;

import io.haidang.glossary.Glossary;
import io.haidang.models.CallContext;
import io.haidang.models.InstructedModel;
import io.haidang.models.ModelId;
import io.haidang.summarization.rewrite.RewriteTask.Extent;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RewritersTest {

  private static final Glossary NAMES = Glossary.starter();
  private static final RewriteTask TASK =
      new RewriteTask(Locale.ENGLISH, Extent.REPHRASE, Manner.BUSINESS, LocalDate.of(2026, 3, 2));
  private static final String TEXT =
      "The Department of Finance has did not pay 300 firms on 12 May 2026.";

  private final List<String> asked = new ArrayList<>();

  /** A model that says one thing. */
  private final class Scripted implements InstructedModel {

    private final String answer;

    Scripted(String answer) {
      this.answer = answer;
    }

    @Override
    public ModelId id() {
      return new ModelId("scripted");
    }

    @Override
    public String version() {
      return "1";
    }

    @Override
    public String answer(String instructions, String data, CallContext call) {
      asked.add(instructions);
      asked.add(data);
      return answer;
    }

    @Override
    public void close() {}
  }

  private List<String> rewritten(String answer, String... texts) {
    return Rewriters.instructed(new Scripted(answer), () -> NAMES)
        .rewrite(List.of(texts), TASK, CallContext.PATIENT);
  }

  private static String said(String text) {
    return "{\"texts\":[{\"id\":\"t1\",\"text\":\"" + text + "\"}]}";
  }

  @Test
  void rewrite_betterWordingOfTheSame_isTaken() {
    String better = "On 12 May 2026, the Department of Finance did not pay 300 firms.";

    assertThat(rewritten(said(better), TEXT)).containsExactly(better);
    assertThat(asked.get(0)).contains("English", "business", "{fence}").doesNotContain("firms");
    assertThat(asked.get(1)).contains("firms");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "On 13 May 2026, the Department of Finance did not pay 300 firms.",
        "On 12 May 2026, the Department of Finance did not pay 301 firms.",
        "On 12 May 2026, the Department of Finance paid 300 firms.",
        "On 12 May 2026, the Finance Office did not pay 300 firms.",
        "On 12 May 2026, the Department of Finance did not pay 300 firms and 20 people.",
        ""
      })
  void rewrite_otherFactOrNone_leavesTheText(String wording) {
    assertThat(rewritten(said(wording), TEXT)).containsExactly(TEXT);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Sure! Here you are.",
        "{\"texts\":[{\"id\":\"t9\",\"text\":\"x\"}]}",
        "{\"texts\":[{\"id\":\"t1\"",
        "{\"texts\":\"t1\"}",
        "[[[[[[[[[[]]]]]]]]]]"
      })
  void rewrite_answerThatIsNone_leavesTheTexts(String answer) {
    assertThat(rewritten(answer, "First text.", "Second text."))
        .containsExactly("First text.", "Second text.");
  }

  @Test
  void rewrite_essay_leavesTheText() {
    assertThat(rewritten(said("words ".repeat(100)), "A text.")).containsExactly("A text.");
  }

  @Test
  void correction_isAskedForAsSuch() {
    Rewriters.instructed(new Scripted(""), () -> NAMES)
        .rewrite(
            List.of("a"),
            new RewriteTask(Locale.FRENCH, Extent.CORRECT, Manner.USUAL, LocalDate.of(2026, 3, 2)),
            CallContext.PATIENT);

    assertThat(asked.get(0)).contains("French", "Correct mistakes", "change nothing else");
  }
}
