package io.haidang.gateway.webhook;

import io.haidang.gateway.ErrorCode;
import io.haidang.gateway.GatewayException;
import io.haidang.gateway.auth.Account;
import io.haidang.gateway.store.Database;
import io.haidang.translation.review.Role;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Subscriptions and their messages, for those who own them, and administrators.
 *
 * <p><b>Thread-safety:</b> safe for concurrent use. <b>Blocking:</b> SQL, and looking up a name;
 * never call it on an event loop.
 */
public final class Webhooks {

  /** Of one account. */
  public static final int MOST = 20;

  /** A receiver has a day to learn a new secret. */
  private static final Duration OLD_SECRET = Duration.ofDays(1);

  private final Database database;
  private final AddressRules rules;
  private final HostLookup lookup;
  private final Clock clock;

  public Webhooks(Database database, AddressRules rules, Clock clock) {
    this(database, rules, HostLookup.SYSTEM, clock);
  }

  Webhooks(Database database, AddressRules rules, HostLookup lookup, Clock clock) {
    this.database = database;
    this.rules = rules;
    this.lookup = lookup;
    this.clock = clock;
  }

  /**
   * A subscription with its secret, which is shown this once.
   *
   * @param secret {@code whsec_} and the key in Base64
   */
  public record Made(Webhook webhook, String secret) {

    @Override
    public String toString() {
      return "Made[webhook=" + webhook.id() + "]";
    }
  }

  /**
   * Subscribes.
   *
   * @throws GatewayException {@code invalid-request} for an address that nothing may be sent to, or
   *     no milestones; {@code wrong-state} when the account has {@value #MOST} already
   */
  public Made create(WebhookChoice choice, Account owner) {
    WebhookSecret secret = WebhookSecret.random();
    Webhook webhook =
        new Webhook(
            UUID.randomUUID(),
            owner.id(),
            owner.displayName(),
            checked(choice),
            choice.milestones(),
            choice.scope(),
            choice.state(),
            0,
            clock.instant());
    database
        .jdbi()
        .useTransaction(
            handle -> {
              requireRoom(handle, owner);
              WebhookTable.insert(handle, webhook, secret);
            });
    return new Made(find(webhook.id(), owner), secret.text());
  }

  private static void requireRoom(Handle handle, Account owner) {
    if (WebhookTable.list(handle, owner.id()).size() >= MOST) {
      throw new GatewayException(
          ErrorCode.WRONG_STATE, "webhooks: " + MOST + " already (expected: to delete one first)");
    }
  }

  private URI checked(WebhookChoice choice) {
    if (choice.milestones().isEmpty()) {
      throw new GatewayException(ErrorCode.INVALID_REQUEST, "events: none (expected: one or more)");
    }
    URI url = ReceiverUrl.parse(choice.url());
    if (!ReceiverUrl.isAllowed(url, addresses(url), rules)) {
      throw new GatewayException(
          ErrorCode.INVALID_REQUEST,
          "url: not allowed (expected: https on port 443 or 8443 of a public address, or a range"
              + " of webhooks.allow)");
    }
    return url;
  }

  /** None for a name that nobody knows yet; before each message it is looked up anew. */
  private List<InetAddress> addresses(URI url) {
    try {
      return lookup.of(ReceiverUrl.host(url));
    } catch (UnknownHostException e) {
      return List.of();
    }
  }

  /** Those of the account, or everybody's for administrators, the oldest first. */
  public List<Webhook> list(Account account) {
    UUID owner = account.has(Role.ADMIN) ? null : account.id();
    return database.jdbi().withHandle(handle -> WebhookTable.list(handle, owner));
  }

  /**
   * One subscription.
   *
   * @throws GatewayException {@code not-found}, also for somebody else's
   */
  public Webhook find(UUID id, Account account) {
    return database.jdbi().withHandle(handle -> own(handle, id, account));
  }

  private static Webhook own(Handle handle, UUID id, Account account) {
    Webhook webhook = WebhookTable.require(handle, id);
    if (!account.has(Role.ADMIN) && !webhook.owner().equals(account.id())) {
      throw new GatewayException(ErrorCode.NOT_FOUND, "webhook: unknown");
    }
    return webhook;
  }

  /**
   * Changes a subscription; its secret stays.
   *
   * @throws GatewayException as {@link #create} and {@link #find}
   */
  public Webhook change(UUID id, WebhookChoice choice, Account account) {
    URI url = checked(choice);
    return inOwn(
        id,
        account,
        handle -> {
          Webhook seen = WebhookTable.require(handle, id);
          Webhook changed =
              new Webhook(
                  id,
                  seen.owner(),
                  seen.ownerName(),
                  url,
                  choice.milestones(),
                  choice.scope(),
                  choice.state(),
                  0,
                  seen.createdAt());
          WebhookTable.update(handle, changed);
          return changed;
        });
  }

  /** Ends a subscription and forgets its messages. */
  public void delete(UUID id, Account account) {
    inOwn(
        id,
        account,
        handle -> {
          DeliveryTable.deleteOf(handle, id);
          WebhookTable.delete(handle, id);
          return id;
        });
  }

  /** Another secret, shown this once; for a day messages are signed with the old one as well. */
  public Made renewSecret(UUID id, Account account) {
    WebhookSecret secret = WebhookSecret.random();
    Instant oldUntil = clock.instant().plus(OLD_SECRET);
    return inOwn(
        id,
        account,
        handle -> {
          WebhookTable.setSecret(handle, id, secret, oldUntil);
          return new Made(WebhookTable.require(handle, id), secret.text());
        });
  }

  /** Has a message sent that tells of nothing; returns its id. */
  public long test(UUID id, Account account) {
    return inOwn(
        id,
        account,
        handle -> {
          WebhookTable.resume(handle, id);
          return DeliveryTable.insertTest(handle, id, clock.instant());
        });
  }

  /**
   * Has messages sent again, at once.
   *
   * @param delivery the id of one, whatever became of it; null for all that were given up
   * @return how many
   * @throws GatewayException {@code not-found}
   */
  public int replay(UUID id, @Nullable Long delivery, Account account) {
    return inOwn(
        id,
        account,
        handle -> {
          Instant now = clock.instant();
          WebhookTable.resume(handle, id);
          int many =
              delivery == null
                  ? DeliveryTable.replayDead(handle, id, now)
                  : DeliveryTable.replay(handle, id, delivery, now);
          if (delivery != null && many == 0) {
            throw new GatewayException(ErrorCode.NOT_FOUND, "delivery: unknown");
          }
          return many;
        });
  }

  private <T> T ofOwn(UUID id, Account account, Function<Handle, T> reading) {
    return database
        .jdbi()
        .withHandle(
            handle -> {
              own(handle, id, account);
              return reading.apply(handle);
            });
  }

  private <T> T inOwn(UUID id, Account account, Function<Handle, T> work) {
    return database
        .jdbi()
        .inTransaction(
            handle -> {
              WebhookTable.lock(handle, id);
              own(handle, id, account);
              return work.apply(handle);
            });
  }

  /**
   * Messages, the latest first.
   *
   * @param state null for any
   */
  public List<Delivery> deliveries(
      UUID id, Delivery.@Nullable State state, int offset, int limit, Account account) {
    return ofOwn(id, account, handle -> DeliveryTable.page(handle, id, state, offset, limit));
  }

  /** How many messages are in each state; states without any are left out. */
  public Map<Delivery.State, Long> counts(UUID id, Account account) {
    return database
        .jdbi()
        .withHandle(
            handle -> {
              own(handle, id, account);
              return DeliveryTable.counts(handle, id);
            });
  }
}
