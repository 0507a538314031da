package io.haidang.gateway.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.haidang.gateway.ErrorCode;
import io.haidang.gateway.GatewayException;
import io.haidang.gateway.auth.Account;
import io.haidang.gateway.auth.Accounts;
import io.haidang.gateway.auth.ApiKey;
import io.haidang.gateway.auth.KeyLimits;
import io.haidang.gateway.auth.NewApiKey;
import io.haidang.gateway.auth.Office;
import io.haidang.gateway.auth.Scope;
import io.haidang.gateway.testing.OnEveryDatabase;
import io.haidang.gateway.testing.Provoked;
import io.haidang.gateway.testing.Provokes;
import io.haidang.gateway.testing.SettableClock;
import io.haidang.gateway.testing.TestAccount;
import io.haidang.gateway.testing.TestDatabase;
import io.haidang.translation.review.Role;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What keys take, on every database, by one node and by two. */
@OnEveryDatabase
class AllowancesContractTest {

  private final SettableClock clock = new SettableClock();
  private final TestDatabase store;
  private final Accounts accounts;
  private final Account account;
  private Allowances allowances;

  AllowancesContractTest(TestDatabase.Kind kind) {
    store = TestDatabase.open(kind);
    clock.tick(Duration.between(clock.instant(), Instant.parse("2026-04-30T23:00:00Z")));
    accounts = new Accounts(store.database(), clock, TestAccount.CHEAP);
    account = accounts.create("cms", "CMS", Office.FIRST, "unused", Set.of(Role.EDITOR));
    allowances = Allowances.open(store.database(), clock);
  }

  @AfterEach
  void close() {
    allowances.close();
    store.close();
  }

  private ApiKey key(KeyLimits limits) {
    String secret =
        accounts.apiKeys().create(new NewApiKey(account.id(), "portal", Scope.ALL, limits, null));
    ApiKey key = accounts.apiKeys().find(secret).orElseThrow();
    allowances.know(List.of(key));
    return key;
  }

  @Test
  @Provokes(ErrorCode.TOO_MANY_REQUESTS)
  void requests_moreAtATimeThanAllowed_areRefusedUntilOneEnds() {
    ApiKey key = key(new KeyLimits(null, null, null, 2));
    Runnable first = allowances.enter(key);
    allowances.enter(key);

    GatewayException refused = Provoked.by(() -> allowances.enter(key));
    assertThat(refused.code()).isEqualTo(ErrorCode.TOO_MANY_REQUESTS);
    assertThat(refused.details()).containsEntry("retryAfter", 1L);

    first.run();
    allowances.enter(key);
    assertThat(allowances.taken(key).requests()).isEqualTo(3);
  }

  @Test
  @Provokes(ErrorCode.TOO_MANY_REQUESTS)
  void requests_moreInAMinuteThanAllowed_areRefusedWithTheTimeToWait() {
    ApiKey key = key(new KeyLimits(2, null, null, 100));
    allowances.enter(key).run();
    clock.tick(Duration.ofSeconds(20));
    allowances.enter(key).run();

    GatewayException refused = Provoked.by(() -> allowances.enter(key));
    assertThat(refused.code()).isEqualTo(ErrorCode.TOO_MANY_REQUESTS);
    assertThat(refused.details()).containsEntry("retryAfter", 40L);

    clock.tick(Duration.ofSeconds(40));
    allowances.enter(key).run();
  }

  @Test
  @Provokes(ErrorCode.QUOTA_EXCEEDED)
  void characters_beyondTheMonth_areRefusedUntilTheNext() {
    ApiKey key = key(new KeyLimits(null, 100L, null, 100));
    allowances.takeCharacters(key, 60);
    allowances.takeCharacters(key, 60 - 20);

    GatewayException refused = Provoked.by(() -> allowances.takeCharacters(key, 1));
    assertThat(refused.code()).isEqualTo(ErrorCode.QUOTA_EXCEEDED);
    assertThat(refused.details()).containsEntry("retryAfter", 3_600L);
    allowances.takeDocument(key);

    allowances.giveCharacters(key, 40);
    allowances.takeCharacters(key, 40);

    clock.tick(Duration.ofHours(1));
    allowances.takeCharacters(key, 100);
    assertThat(allowances.taken(key)).isEqualTo(new KeyUse(0, 100, 0));
  }

  @Test
  @Provokes(ErrorCode.QUOTA_EXCEEDED)
  void documents_beyondTheMonth_areRefused() {
    ApiKey key = key(new KeyLimits(null, null, 1L, 100));
    allowances.takeDocument(key);

    assertThat(Provoked.by(() -> allowances.takeDocument(key)).code())
        .isEqualTo(ErrorCode.QUOTA_EXCEEDED);
    allowances.giveDocument(key);
    allowances.takeDocument(key);
  }

  @Test
  void everything_afterAnOrderlyStop_isKnownToTheNextNode() {
    ApiKey key = key(KeyLimits.DEFAULT);
    allowances.enter(key);
    allowances.takeCharacters(key, 70);
    allowances.takeDocument(key);
    allowances.close();

    allowances = Allowances.open(store.database(), clock);
    allowances.know(List.of(key));
    assertThat(allowances.taken(key)).isEqualTo(new KeyUse(1, 70, 1));
    assertThat(accounts.apiKeys().entry(key.id()).orElseThrow().lastUsedAt())
        .isEqualTo(clock.instant());
  }

  @Test
  void quota_usedByTwoNodes_isOne() {
    ApiKey key = key(new KeyLimits(null, 100L, null, 100));
    try (Allowances other = Allowances.open(store.database(), clock)) {
      other.know(List.of(key));
      other.takeCharacters(key, 50);
      other.write();
      allowances.takeCharacters(key, 10);
      allowances.write();

      assertThat(allowances.taken(key).characters()).isEqualTo(60);
      assertThat(Provoked.by(() -> allowances.takeCharacters(key, 41)).code())
          .isEqualTo(ErrorCode.QUOTA_EXCEEDED);
    }
  }

  @Test
  void database_thatFailsForAWhile_losesNothing() {
    ApiKey key = key(KeyLimits.DEFAULT);
    store.database().jdbi().useHandle(h -> h.execute("alter table key_use rename to away"));
    allowances.takeCharacters(key, 7);
    assertThatThrownBy(allowances::write).isInstanceOf(RuntimeException.class);
    store.database().jdbi().useHandle(h -> h.execute("alter table away rename to key_use"));

    allowances.takeCharacters(key, 1);
    allowances.write();
    assertThat(allowances.taken(key).characters()).isEqualTo(8);
  }
}
