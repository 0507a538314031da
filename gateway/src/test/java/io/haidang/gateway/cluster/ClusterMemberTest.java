package io.haidang.gateway.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Future;
import io.vertx.core.VertxOptions;
import io.vertx.core.eventbus.DeliveryOptions;
import io.vertx.core.eventbus.ReplyException;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ClusterMemberTest {

  private static final String DATABASE = "one";
  private static final DeliveryOptions PATIENCE = new DeliveryOptions().setSendTimeout(20_000);

  private static ClusterSettings first;
  private static ClusterMember member;
  private static ClusterMember colleague;

  @BeforeAll
  static void join() throws IOException {
    first = settings(List.of());
    member = ClusterMember.join(first, DATABASE, new VertxOptions());
    colleague = ClusterMember.join(knowingTheFirst(), DATABASE, new VertxOptions());
    await(
        colleague
            .vertx()
            .eventBus()
            .<JsonObject>consumer("echo", question -> question.reply(question.body()))
            .completion());
  }

  @AfterAll
  static void leave() {
    colleague.close();
    member.close();
  }

  @Test
  void question_toAnotherMember_isAnsweredThere() throws Exception {
    OpenQuestions questions = new OpenQuestions();
    Question question = question(member, "echo");

    questions.ask(question);

    assertThat(question.answer().get()).contains(new JsonObject().put("n", 1));
  }

  @Test
  void question_nobodyAnswersTo_isToldAtOnce() throws Exception {
    Question question = question(member, "nobody");

    question.send();

    assertThat(question.answer().get()).isEmpty();
  }

  @Test
  void question_thatFailsThere_failsHere() throws IOException {
    await(
        colleague
            .vertx()
            .eventBus()
            .consumer("broken", asked -> asked.fail(1, "kind of failure"))
            .completion());
    Question question = question(member, "broken");

    question.send();

    assertThatThrownBy(() -> question.answer().get())
        .isInstanceOf(ExecutionException.class)
        .hasCauseInstanceOf(ReplyException.class);
  }

  @Test
  void nodes_ofAnotherDatabase_areNoMembers() throws Exception {
    ClusterMember stranger = ClusterMember.join(knowingTheFirst(), "another", new VertxOptions());
    try {
      Question question = question(stranger, "echo");
      question.send();
      assertThat(question.answer().get()).isEmpty();
    } finally {
      stranger.close();
    }
  }

  @Test
  void member_whosePortIsTaken_saysWhichAddress() {
    assertThatThrownBy(() -> ClusterMember.join(first, DATABASE, new VertxOptions()))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageStartingWith("cluster.address: 127.0.0.1:" + first.port() + " (expected: ");
  }

  private static Question question(ClusterMember asking, String address) {
    return new Question(asking.vertx().eventBus(), address, new JsonObject().put("n", 1), PATIENCE);
  }

  private static ClusterSettings knowingTheFirst() throws IOException {
    return settings(List.of(first.host() + ":" + first.port()));
  }

  private static ClusterSettings settings(List<String> members) throws IOException {
    return new ClusterSettings("127.0.0.1", freePort(), members, true);
  }

  /** One whose successor is free, too. */
  private static int freePort() throws IOException {
    while (true) {
      try (ServerSocket port = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
          ServerSocket next =
              new ServerSocket(port.getLocalPort() + 1, 1, InetAddress.getLoopbackAddress())) {
        return next.getLocalPort() - 1;
      } catch (IOException | IllegalArgumentException taken) {
        // Try the next pair.
      }
    }
  }

  private static void await(Future<?> future) {
    future.toCompletionStage().toCompletableFuture().join();
  }
}
