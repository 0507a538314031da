package io.haidang.gateway.profile;

import io.haidang.gateway.auth.Account;
import io.haidang.gateway.auth.Accounts;
import io.haidang.gateway.auth.ApiKey;
import io.haidang.gateway.auth.KeyLimits;
import io.haidang.gateway.auth.NewApiKey;
import io.haidang.gateway.auth.Office;
import io.haidang.gateway.auth.Scope;
import io.haidang.translation.review.Role;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Makes an account for every key that was not seen before.
 *
 * <p><b>Thread-safety:</b> safe for concurrent use. <b>Blocking:</b> SQL.
 */
final class RehearsedAccounts {

  /** The one key that never is good. */
  private static final String INVALID = "invalid";

  private static final long USUAL_CHARACTERS = 20_000_000;
  private static final long USUAL_DOCUMENTS = 10_000;

  private final Accounts accounts;
  private final Office office;
  private final Set<String> known = ConcurrentHashMap.newKeySet();
  private final Set<UUID> teams = ConcurrentHashMap.newKeySet();

  RehearsedAccounts(Accounts accounts, Office office) {
    this.accounts = accounts;
    this.office = office;
  }

  boolean isTeam(ApiKey key) {
    return teams.contains(key.id());
  }

  boolean isKnown(String secret) {
    return secret.isEmpty() || secret.equals(INVALID) || known.contains(secret);
  }

  /** Two requests at once make one account. */
  synchronized void make(String secret, RehearsedSession session) {
    if (isKnown(secret)) {
      return;
    }
    String login = "client-" + UUID.randomUUID();
    Account account =
        accounts.create(login, login, office, UUID.randomUUID().toString(), Set.of(Role.EDITOR));
    long team = session.number("init-team-document-limit", 0);
    KeyLimits limits =
        new KeyLimits(
            null,
            limit(session.number("init-character-limit", USUAL_CHARACTERS)),
            team > 0 ? limit(team) : limit(session.number("init-document-limit", USUAL_DOCUMENTS)),
            KeyLimits.DEFAULT.concurrent());
    accounts
        .apiKeys()
        .adopt(secret, new NewApiKey(account.id(), "client", Scope.ALL, limits, null));
    if (team > 0) {
      accounts.apiKeys().find(secret).map(ApiKey::id).ifPresent(teams::add);
    }
    known.add(secret);
  }

  /** 0 means none. */
  private static @Nullable Long limit(long number) {
    return number == 0 ? null : Long.valueOf(number);
  }
}
