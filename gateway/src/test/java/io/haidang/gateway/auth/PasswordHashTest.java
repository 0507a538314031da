package io.haidang.gateway.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import org.junit.jupiter.api.Test;

class PasswordHashTest {

  private static final PasswordCost CHEAP = new PasswordCost(8, 1);

  /** Made by the reference implementation ({@code argon2 somesalt -id -t 2 -k 256 -p 1}). */
  @Test
  void hash_ofTheReferenceImplementation_isTaken() {
    PasswordHash hash =
        PasswordHash.parse(
            "$argon2id$v=19$m=256,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4");

    assertThat(hash.matches("password")).isTrue();
    assertThat(hash.matches("passwore")).isFalse();
  }

  @Test
  void hash_stored_isReadAgainAndShowsNothing() {
    PasswordHash hash = PasswordHash.of("mật khẩu dài", CHEAP);

    assertThat(PasswordHash.parse(hash.stored()).matches("mật khẩu dài")).isTrue();
    assertThat(hash.stored()).isNotEqualTo(PasswordHash.of("mật khẩu dài", CHEAP).stored());
    assertThat(hash.toString()).doesNotContain(hash.stored().substring(30));
  }

  @Test
  void parse_damaged_isRefusedWithoutShowingIt() {
    assertThatThrownBy(() -> PasswordHash.parse("$argon2id$v=19$m=8,t=1,p=1$c29t"))
        .hasMessageContaining("damaged")
        .hasMessageNotContaining("c29t");
  }

  @Test
  void hashing_whileTwoOthersDo_waitsForItsTurn() throws InterruptedException {
    Thread third = new Thread(() -> PasswordHash.of("mật khẩu dài", CHEAP));
    Argon2Hash.TURNS.acquire(2);
    try {
      third.start();
      await().until(() -> third.getState() == Thread.State.WAITING);
    } finally {
      Argon2Hash.TURNS.release(2);
    }
    third.join();
  }
}
