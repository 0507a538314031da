package io.haidang.gateway.discussion;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MentionsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "@lan|lan",
        "Nhờ @Lan.Nguyen, xem lại.|lan.nguyen",
        "(@minh)|minh",
        "@lan. @minh!|lan minh",
        "@lan @lan|lan lan",
        "lan@haiphong.gov.vn|",
        "https://example.org/@lan|",
        "@@lan|",
        "@lân|",
        "@ lan|",
        "xin@lan|",
        "@-lan|",
        "@a_|a_"
      })
  void text_itsMentions_areFound(String text, String logins) {
    List<String> found = Mentions.in(text).stream().map(Mentions.Mention::login).toList();

    assertThat(String.join(" ", found)).isEqualTo(logins == null ? "" : logins);
  }
}
