package io.haidang.gateway.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.haidang.gateway.GatewayException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Addresses with which somebody may want to reach what only this machine can. */
class HostileUrlTest {

  @ParameterizedTest
  @MethodSource
  void url_hostile_isNeverAllowed(String line) throws IOException {
    assertThat(isAllowed(line, AddressRules.PUBLIC_ONLY)).isFalse();
  }

  static Stream<String> url_hostile_isNeverAllowed() throws IOException {
    try (InputStream corpus = HostileUrlTest.class.getResourceAsStream("hostile-urls.txt")) {
      return new String(corpus.readAllBytes(), StandardCharsets.UTF_8)
          .lines().filter(line -> !line.isBlank() && !line.startsWith("#")).toList().stream();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://hooks.example/a?b=c => 93.184.215.14",
        "https://HOOKS.example:8443 => 93.184.215.14 2606:4700::1111",
        "https://xn--hoks-5qa.example => 2a00:1450::1",
        "https://93.184.215.14/",
        "https://[2606:4700::1111]/"
      })
  void url_ofTheOpenNet_isAllowed(String line) throws IOException {
    assertThat(isAllowed(line, AddressRules.PUBLIC_ONLY)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "http://cms.example:8080/ => 10.1.2.3, true",
    "https://cms.example/ => 10.1.255.255, true",
    "http://cms.example/ => 10.2.0.0, false",
    "http://cms.example/ => 10.1.2.3 10.2.0.0, false",
    "http://[fd00::1]/, true",
    "http://[fe80::1]/, false"
  })
  void url_ofTheHouse_isAllowedInTheRangesOfTheOperator(String line, boolean allowed)
      throws IOException {
    AddressRules rules =
        new AddressRules(List.of(AddressBlock.of("10.1.0.0/16"), AddressBlock.of("fd00::/8")));

    assertThat(isAllowed(line, rules)).isEqualTo(allowed);
  }

  @Test
  void url_tooLong_isRefused() {
    assertThatExceptionOfType(GatewayException.class)
        .isThrownBy(() -> ReceiverUrl.parse("https://hooks.example/" + "a".repeat(2_000)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "localhost", "10.0.0.0/33", "10.0.0/8", "1::/129", "10.0.0.0/", "x/8"})
  void block_malformed_isRefused(String text) {
    assertThatExceptionOfType(IllegalArgumentException.class)
        .isThrownBy(() -> AddressBlock.of(text));
  }

  private static boolean isAllowed(String line, AddressRules rules) throws IOException {
    String[] parts = line.split(" => ", -1);
    try {
      URI url = ReceiverUrl.parse(parts[0]);
      List<InetAddress> addresses = addresses(parts.length == 1 ? ReceiverUrl.host(url) : parts[1]);
      return !addresses.isEmpty() && ReceiverUrl.isAllowed(url, addresses, rules);
    } catch (GatewayException e) {
      return false;
    }
  }

  /** Names without an answer have none, whatever this machine would find. */
  private static List<InetAddress> addresses(String answer) {
    return Arrays.stream(answer.split(" ", -1))
        .filter(address -> address.matches("[0-9a-f:.]+"))
        .map(
            address -> {
              try {
                return InetAddress.getByName(address);
              } catch (UnknownHostException e) {
                throw new IllegalArgumentException(e);
              }
            })
        .toList();
  }
}
