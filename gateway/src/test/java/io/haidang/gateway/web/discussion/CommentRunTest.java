package io.haidang.gateway.web.discussion;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CommentRunTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Xem https://haiphong.gov.vn/tin?a=1&b=2.|https://haiphong.gov.vn/tin?a=1&b=2",
        "(https://haiphong.gov.vn/@lan)|https://haiphong.gov.vn/@lan",
        "javascript:alert(1)|",
        "https://user@evil.example/|",
        "https://haiphong.gov.vn@evil.example/|",
        "http://|",
        "https://a\"onmouseover=x|https://a",
        "data:text/html,<b>|"
      })
  void text_itsAddresses_areLinks(String text, String link) {
    var runs = CommentRun.of(text);

    assertThat(
            runs.stream()
                .filter(run -> run.kind() == CommentRun.Kind.LINK)
                .map(CommentRun::text)
                .collect(Collectors.joining(" ")))
        .isEqualTo(link == null ? "" : link);
    assertThat(runs.stream().map(CommentRun::text).collect(Collectors.joining())).isEqualTo(text);
  }
}
