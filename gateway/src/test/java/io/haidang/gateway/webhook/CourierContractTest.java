package io.haidang.gateway.webhook;

import static io.haidang.gateway.testing.Receiver.answering;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.haidang.gateway.GatewayException;
import io.haidang.gateway.draft.Target;
import io.haidang.gateway.events.EventLog;
import io.haidang.gateway.events.Milestone;
import io.haidang.gateway.outbox.RetryPlan;
import io.haidang.gateway.store.Database;
import io.haidang.gateway.testing.Drafted;
import io.haidang.gateway.testing.OnEveryDatabase;
import io.haidang.gateway.testing.Receiver;
import io.haidang.gateway.testing.Receiver.Received;
import io.haidang.gateway.testing.SettableClock;
import io.haidang.gateway.testing.TestDatabase;
import io.haidang.gateway.webhook.Delivery.State;
import io.haidang.gateway.webhook.Webhooks.Made;
import io.haidang.translation.review.TargetState;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.net.InetAddress;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** From the log of events to a real program on the other side, whatever that does. */
@OnEveryDatabase
class CourierContractTest {

  private static final Set<Milestone> EVERYTHING = EnumSet.allOf(Milestone.class);

  private final SettableClock clock = new SettableClock();
  private final Vertx vertx = Vertx.vertx();
  private final Receiver receiver = Receiver.start();
  private final TestDatabase store;
  private final Database database;
  private final EventLog events;
  private final Webhooks webhooks;
  private final Drafted drafted;
  private final List<Target> targets;
  private HostLookup lookup = HostLookup.SYSTEM;
  private Duration patience = Duration.ofSeconds(10);

  CourierContractTest(TestDatabase.Kind kind) {
    store = TestDatabase.open(kind);
    database = store.database();
    events = new EventLog(clock);
    webhooks = new Webhooks(database, Receiver.LOOPBACK, clock);
    drafted = Drafted.in(database, target -> {}, clock);
    targets = drafted.submit("Tin", "Cảng Hải Phòng.", "en", "ja");
  }

  @AfterEach
  void close() {
    receiver.close();
    vertx.close().toCompletionStage().toCompletableFuture().join();
    store.close();
  }

  @Test
  void milestone_ofAnOwnText_arrivesOnceSignedAndWithoutAWordOfIt() {
    Made made = subscribe();
    approve(0);

    deliver(made);
    deliver(made);

    assertThat(receiver.received()).hasSize(1);
    Received message = receiver.received().get(0);
    assertThat(message.isSignedWith(made.secret())).isTrue();
    assertThat(message.seconds()).isEqualTo(clock.instant().getEpochSecond());
    assertThat(message.path()).isEqualTo("/hook?from=desk");
    JsonObject body = new JsonObject(message.body());
    assertThat(body.getString("type")).isEqualTo("target.approved");
    assertThat(body.getString("timestamp")).isEqualTo(clock.instant().toString());
    assertThat(body.getJsonObject("data").getString("target"))
        .isEqualTo(targets.get(0).id().toString());
    assertThat(message.body()).doesNotContain("Tin", "Cảng", "Người duyệt", "rất tốt");
    assertThat(states(made)).containsExactly(State.DELIVERED);
  }

  @Test
  void change_rolledBack_isToldToNobody() {
    Made made = subscribe();

    assertThatExceptionOfType(IllegalStateException.class)
        .isThrownBy(
            () ->
                database
                    .jdbi()
                    .useTransaction(
                        handle -> {
                          events.appendState(
                              handle, target(0), TargetState.APPROVED, "Người duyệt", Map.of());
                          throw new IllegalStateException("rolled back");
                        }));

    assertThat(states(made)).isEmpty();
  }

  @Test
  void subscription_ofOthers_hearsOfNothingUnlessItIsToEverything() {
    Made own =
        webhooks.create(choice(receiver.url(), EVERYTHING, Webhook.Scope.OWN), drafted.reviewer());
    Made all =
        webhooks.create(choice(receiver.url(), EVERYTHING, Webhook.Scope.ALL), drafted.reviewer());
    approve(0);

    assertThat(webhooks.deliveries(own.webhook().id(), null, 0, 9, drafted.reviewer())).isEmpty();
    assertThat(webhooks.deliveries(all.webhook().id(), null, 0, 9, drafted.reviewer())).hasSize(1);
  }

  @Test
  void subscription_toOtherMilestonesOrPaused_hearsOfNothing() {
    Made other =
        webhooks.create(
            choice(receiver.url(), Set.of(Milestone.STALE), Webhook.Scope.ALL), drafted.editor());
    Made paused = subscribe();
    webhooks.change(
        paused.webhook().id(),
        new WebhookChoice(receiver.url(), EVERYTHING, Webhook.Scope.OWN, Webhook.State.PAUSED),
        drafted.editor());
    approve(0);
    append(0, "segment-edited");

    assertThat(states(other)).isEmpty();
    assertThat(states(paused)).isEmpty();
  }

  @Test
  void text_putIntoReviewByAPerson_isNotMachineReady() {
    Made made = subscribe();
    database
        .jdbi()
        .useTransaction(
            handle -> {
              events.appendState(handle, target(0), TargetState.IN_REVIEW, "Lan", Map.of());
              events.appendState(
                  handle, target(1), TargetState.IN_REVIEW, EventLog.WORKER, Map.of());
            });

    deliver(made);

    assertThat(types()).containsExactly("target.machine-ready");
  }

  @Test
  void messages_ofOneText_keepTheirOrderWhenTheFirstIsNotTaken() {
    Made made = subscribe();
    append(0, EventLog.STALE);
    append(1, EventLog.WITHDRAWN);
    append(0, EventLog.RENAMED);
    receiver.behave(
        (exchange, message) ->
            answering(message.body().contains("stale") ? 500 : 204).answer(exchange, message));

    deliver(made);
    assertThat(types()).containsExactly("target.stale");
    clock.tick(Duration.ofSeconds(4));
    deliver(made);
    assertThat(types()).as("the receiver is left alone for a while").hasSize(1);
    clock.tick(Duration.ofSeconds(2));
    deliver(made);
    assertThat(types()).endsWith("target.withdrawn", "target.stale");

    receiver.behave(answering(204));
    clock.tick(Duration.ofMinutes(2));
    deliver(made);

    assertThat(types()).endsWith("target.stale", "target.renamed");
    assertThat(states(made)).containsOnly(State.DELIVERED);
  }

  @Test
  void message_notTaken_comesWithTheSameIdAndBodyUntilItIsGivenUp() {
    Made made = subscribe();
    approve(0);
    receiver.behave(answering(503));

    IntStream.range(0, 12)
        .forEach(
            i -> {
              deliver(made);
              clock.tick(Duration.ofHours(25));
            });

    assertThat(receiver.received()).hasSize(RetryPlan.PAUSES.size() + 1);
    assertThat(receiver.received().stream().map(Received::id).distinct()).hasSize(1);
    assertThat(receiver.received().stream().map(Received::body).distinct()).hasSize(1);
    assertThat(receiver.received()).allMatch(message -> message.isSignedWith(made.secret()));
    assertThat(states(made)).containsExactly(State.DEAD);
    assertThat(deliveries(made).get(0).log())
        .hasSize(10)
        .allMatch(one -> one.outcome() == Outcome.REFUSED && Objects.equals(one.status(), 503));
    assertThat(webhook(made).failures()).isEqualTo(10);
  }

  @Test
  void deadMessages_askedFor_areSentAgainOneOrAll() {
    Made made = subscribe();
    approve(0);
    approve(1);
    receiver.behave(answering(500));
    IntStream.range(0, 25)
        .forEach(
            i -> {
              deliver(made);
              clock.tick(Duration.ofHours(25));
            });
    assertThat(states(made)).containsOnly(State.DEAD);
    receiver.behave(answering(200));

    long first = deliveries(made).get(1).id();
    assertThat(webhooks.replay(made.webhook().id(), first, drafted.editor())).isEqualTo(1);
    deliver(made);
    assertThat(states(made)).containsExactly(State.DEAD, State.DELIVERED);
    assertThat(webhooks.replay(made.webhook().id(), null, drafted.editor())).isEqualTo(1);
    deliver(made);

    assertThat(states(made)).containsOnly(State.DELIVERED);
    assertThat(webhook(made).failures()).isZero();
    assertThatExceptionOfType(GatewayException.class)
        .isThrownBy(() -> webhooks.replay(made.webhook().id(), 4_711L, drafted.editor()));
  }

  @Test
  void receiver_thatIsGone_isAskedNoMore() {
    Made made = subscribe();
    approve(0);
    receiver.behave(answering(410));

    deliver(made);
    clock.tick(Duration.ofDays(1));
    deliver(made);

    assertThat(receiver.received()).hasSize(1);
    assertThat(webhook(made).state()).isEqualTo(Webhook.State.PAUSED);
    assertThat(outcome(made)).isEqualTo(Outcome.GONE);
  }

  @Test
  void receiver_thatAsksForTime_getsIt() {
    Made made = subscribe();
    approve(0);
    receiver.behave(answering(429, "Retry-After", "3600"));

    deliver(made);
    clock.tick(Duration.ofMinutes(59));
    deliver(made);
    assertThat(receiver.received()).hasSize(1);
    clock.tick(Duration.ofMinutes(2));
    deliver(made);

    assertThat(receiver.received()).hasSize(2);
  }

  @Test
  void receiver_thatPointsElsewhere_isNotFollowed() {
    Made made = subscribe();
    approve(0);
    // The one that Vert.x would follow after a POST.
    receiver.behave(answering(303, "Location", receiver.url()));

    deliver(made);

    assertThat(receiver.received()).hasSize(1);
    assertThat(outcome(made)).isEqualTo(Outcome.REDIRECTED);
  }

  @Test
  void receiver_thatDoesNotAnswer_isLeftInTime() {
    Made made = subscribe();
    approve(0);
    receiver.behave((exchange, message) -> {});
    patience = Duration.ofMillis(100);

    deliver(made);

    assertThat(outcome(made)).isEqualTo(Outcome.TIMED_OUT);
  }

  @Test
  void receiver_thatAnswersWithoutEnd_isNotReadToIt() {
    Made made = subscribe();
    approve(0);
    receiver.behave(
        (exchange, message) -> {
          exchange.sendResponseHeaders(200, 0);
          byte[] noise = new byte[1 << 16];
          while (true) {
            exchange.getResponseBody().write(noise); // Ends once nobody reads.
          }
        });

    deliver(made);

    assertThat(outcome(made)).isEqualTo(Outcome.DELIVERED);
  }

  @Test
  void receiver_thatIsDown_isUnreachable() {
    Made made = subscribe();
    approve(0);
    receiver.close();

    deliver(made);

    assertThat(outcome(made)).isEqualTo(Outcome.UNREACHABLE);
  }

  /** The same name leads to this machine the first time, and to another the second. */
  @Test
  void name_thatLeadsElsewhereLater_isNotFollowedThere() {
    String url = "http://hooks.example:" + receiver.port() + "/";
    InetAddress here = AddressBlock.of("127.0.0.1").first();
    Webhooks strict = new Webhooks(database, rules("127.0.0.1"), host -> List.of(here), clock);
    Made made = strict.create(choice(url, EVERYTHING, Webhook.Scope.OWN), drafted.editor());
    approve(0);
    approve(1);
    lookup = host -> List.of(here);
    courier(rules("127.0.0.1")).run(made.webhook().id());
    assertThat(receiver.received()).hasSize(2);

    append(0, EventLog.STALE);
    lookup = host -> List.of(AddressBlock.of("127.0.0.2").first());
    courier(rules("127.0.0.1")).run(made.webhook().id());

    assertThat(receiver.received()).hasSize(2);
    assertThat(outcome(made)).isEqualTo(Outcome.NOT_ALLOWED);
  }

  @Test
  void secret_renewed_isUsedBesideTheOldOneForADay() {
    Made made = subscribe();
    Made renewed = webhooks.renewSecret(made.webhook().id(), drafted.editor());
    approve(0);
    deliver(made);
    clock.tick(Duration.ofHours(25));
    approve(1);
    deliver(made);

    Received first = receiver.received().get(0);
    Received second = receiver.received().get(1);
    assertThat(first.isSignedWith(made.secret())).isTrue();
    assertThat(first.isSignedWith(renewed.secret())).isTrue();
    assertThat(second.isSignedWith(made.secret())).isFalse();
    assertThat(second.isSignedWith(renewed.secret())).isTrue();
  }

  @Test
  void subscription_deletedOrOfSomebodyElse_isUnknown() {
    Made made = subscribe();
    approve(0);
    UUID id = made.webhook().id();

    assertThatExceptionOfType(GatewayException.class)
        .isThrownBy(() -> webhooks.find(id, drafted.reviewer()));
    webhooks.delete(id, drafted.editor());
    deliver(made);

    assertThat(receiver.received()).isEmpty();
    assertThat(webhooks.list(drafted.editor())).isEmpty();
  }

  @Test
  void history_ofAMonthAgo_isForgottenAndTheRestKept() {
    Made made = subscribe();
    approve(0);
    deliver(made);
    clock.tick(Duration.ofDays(29));
    approve(1);
    deliver(made);
    clock.tick(Duration.ofDays(2));

    courier(Receiver.LOOPBACK).tidy();

    assertThat(states(made)).hasSize(1);
  }

  private static AddressRules rules(String address) {
    return new AddressRules(List.of(AddressBlock.of(address)));
  }

  private Made subscribe() {
    return webhooks.create(choice(receiver.url(), EVERYTHING, Webhook.Scope.OWN), drafted.editor());
  }

  private static WebhookChoice choice(String url, Set<Milestone> told, Webhook.Scope scope) {
    return new WebhookChoice(url, told, scope, Webhook.State.ACTIVE);
  }

  private UUID target(int index) {
    return targets.get(index).id();
  }

  private void approve(int index) {
    database
        .jdbi()
        .useTransaction(
            handle ->
                events.appendState(
                    handle,
                    target(index),
                    TargetState.APPROVED,
                    "Người duyệt",
                    Map.of("comment", "rất tốt")));
  }

  private void append(int index, String type) {
    database
        .jdbi()
        .useTransaction(
            handle -> events.append(handle, target(index), type, "Lan", Map.of("before", "Cảng")));
  }

  /** What the job does when it finds something due, unless the receiver is left alone. */
  private void deliver(Made made) {
    List<UUID> due =
        database.jdbi().withHandle(handle -> WebhookTable.due(handle, clock.instant()));
    if (due.contains(made.webhook().id())) {
      courier(Receiver.LOOPBACK).run(made.webhook().id());
    }
  }

  private Courier courier(AddressRules rules) {
    Sender sender = new Sender(vertx, rules, host -> lookup.of(host), patience, clock);
    return new Courier(database, sender, new RetryPlan(RetryPlan.PAUSES, () -> 0.5), clock);
  }

  private List<String> types() {
    return receiver.received().stream()
        .map(message -> new JsonObject(message.body()).getString("type"))
        .toList();
  }

  private Webhook webhook(Made made) {
    return webhooks.find(made.webhook().id(), drafted.editor());
  }

  private List<Delivery> deliveries(Made made) {
    return webhooks.deliveries(made.webhook().id(), null, 0, 50, drafted.editor());
  }

  private List<State> states(Made made) {
    return deliveries(made).stream().map(Delivery::state).toList();
  }

  /** Of the latest try of the latest message. */
  private Outcome outcome(Made made) {
    List<Delivery.Try> log = deliveries(made).get(0).log();
    return log.get(log.size() - 1).outcome();
  }
}
