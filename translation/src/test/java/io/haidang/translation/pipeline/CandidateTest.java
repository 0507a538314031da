package io.haidang.translation.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.haidang.translation.check.Finding;
import io.haidang.translation.check.Severity;
import java.util.List;
import org.junit.jupiter.api.Test;

class CandidateTest {

  private static final Finding NAME = finding("term-missing", Severity.ERROR, "Lamp House");

  private static final Finding NUMBER = finding("numbers", Severity.ERROR, "7");

  private static final Finding LENGTH = finding("length", Severity.WARNING, "");

  @Test
  void better_nameMissing_losesAgainstOtherErrors() {
    Candidate named = candidate(-9, NUMBER, NUMBER, NUMBER);
    Candidate nameless = candidate(-1, NAME);

    assertThat(nameless.better(named)).isSameAs(named);
    assertThat(named.better(nameless)).isSameAs(named);
  }

  @Test
  void better_textThatBreaksOff_losesUnlessItHasTheName() {
    Candidate broken = new Candidate("a", -1, true, false, List.of(), List.of(), List.of());

    assertThat(broken.better(candidate(-1, NAME))).isSameAs(broken);
    assertThat(broken.better(candidate(-9, LENGTH)).truncated()).isFalse();
  }

  @Test
  void better_sameNames_isTheOneWithFewerErrorsThenFindings() {
    assertThat(candidate(-1, NUMBER).better(candidate(-9, LENGTH, LENGTH)).findings()).hasSize(2);
    assertThat(candidate(-1, LENGTH).better(candidate(-9)).findings()).isEmpty();
  }

  @Test
  void better_sameFindings_isTheLikelierThenTheFirst() {
    Candidate first = candidate(-2, NUMBER);

    assertThat(first.better(candidate(-1, NUMBER)).logProbability()).isEqualTo(-1);
    assertThat(first.better(candidate(-2, NUMBER))).isSameAs(first);
  }

  private static Candidate candidate(double logProbability, Finding... findings) {
    return new Candidate(
        "text", logProbability, false, false, List.of(), List.of(), List.of(findings));
  }

  private static Finding finding(String check, Severity severity, String expected) {
    return new Finding(check, severity, null, null, expected, "");
  }
}
