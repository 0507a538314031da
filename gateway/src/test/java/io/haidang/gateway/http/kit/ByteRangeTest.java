package io.haidang.gateway.http.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ByteRangeTest {

  private static final long SIZE = 1000;
  private static final int MOST = 300;

  @ParameterizedTest
  @CsvSource({
    "bytes=0-99,bytes 0-99/1000",
    "bytes=0-0,bytes 0-0/1000",
    "bytes=900-,bytes 900-999/1000",
    "bytes=900-5000,bytes 900-999/1000",
    "bytes=-100,bytes 900-999/1000",
    "bytes=0-,bytes 0-299/1000",
    "bytes=-5000,bytes 0-299/1000",
    "bytes=1000-,bytes */1000",
    "bytes=999999999999999999-,bytes */1000",
    "bytes=-0,bytes */1000"
  })
  void range_ofAFile_isWhatIsThere_andNoMoreThanAnAnswerHolds(String asked, String answered) {
    ByteRange range = Objects.requireNonNull(ByteRange.of(asked, SIZE, MOST));

    assertThat(range.header()).isEqualTo(answered);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "bytes=-",
        "bytes=5-2",
        "bytes=0-1,5-9",
        "lines=0-9",
        "bytes=a-b",
        "bytes=9999999999999999999-"
      })
  void range_thatNobodyHasToRead_isTheWholeFile(String asked) {
    assertThat(ByteRange.of(asked, SIZE, MOST)).isNull();
  }
}
