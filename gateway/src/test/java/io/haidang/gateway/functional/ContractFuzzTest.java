package io.haidang.gateway.functional;

import static org.assertj.core.api.Assertions.assertThat;

import io.haidang.gateway.functional.ApiClient.Answer;
import io.haidang.gateway.http.ApiContract;
import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Thousands of requests made from the contract, half of them spoilt: each gets an answer that the
 * contract describes, soon, and none finds a fault of ours.
 *
 * <p>{@code -Dhaidang.fuzz.requests=20000 -Dhaidang.fuzz.seed=7} asks for more and for others. With
 * one seed the same requests come in the same order, as far as answers do not depend on time.
 */
class ContractFuzzTest {

  private static final int REQUESTS = Integer.getInteger("haidang.fuzz.requests", 3_000);
  private static final long SEED = Long.getLong("haidang.fuzz.seed", 20_260_302L);
  private static final int AT_A_TIME = 8;

  /** Longer than the body of a request may take: some broken forms end only then. */
  private static final long PATIENCE_SECONDS = 40;

  /** Refusals that say what is missing here, or is busy. */
  private static final Set<String> EXCUSES =
      Set.of("not-installed", "overloaded", "deadline-exceeded", "engine-unavailable");

  @RegisterExtension static final RunningGateway GATEWAY = new RunningGateway();

  private final Random random = new Random(SEED);
  private final FuzzPool pool = new FuzzPool(random);
  private final FuzzGenerator generator =
      new FuzzGenerator(ApiContract.read().toJson(), random, pool);
  private final FuzzMutations mutations = new FuzzMutations(random);
  private final Vertx vertx = Vertx.vertx();
  private final HttpClient client =
      vertx.createHttpClient(new HttpClientOptions().setMaxHeaderSize(100_000));
  private final List<String> keys = new ArrayList<>();

  private final List<String> faults = new ArrayList<>();
  private final Map<Integer, Integer> statuses = new TreeMap<>();
  private final Set<String> called = new HashSet<>();
  private final Set<String> granted = new HashSet<>();

  @AfterEach
  void close() {
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }

  @Test
  void requests_ofTheContractAndSpoiltOnes_areAllAnsweredAsDescribed() {
    takeKeys();
    GATEWAY.translated("Cảng Hải Phòng đón 120 tàu.");
    pool.learn("targets", GATEWAY.editor().get("targets"));
    long start = System.nanoTime();
    for (int sent = 0; sent < REQUESTS; sent += AT_A_TIME) {
      exchange(sent, Math.min(AT_A_TIME, REQUESTS - sent));
    }
    report((System.nanoTime() - start) / 1e9);

    assertThat(faults).isEmpty();
    assertThat(called).hasSize(generator.operations());
    assertThat(granted.size()).isGreaterThan(generator.operations() / 2);
  }

  /** Of two who may do everything, and of one who may not; a request may close their accounts. */
  private void takeKeys() {
    keys.clear();
    keys.addAll(List.of(GATEWAY.keyOfEverything(), GATEWAY.keyOfEverything()));
    keys.add(GATEWAY.keyOfEditor());
  }

  private void exchange(int first, int many) {
    Map<FuzzRequest, Future<Answer>> open = new LinkedHashMap<>();
    for (int i = 0; i < many; i++) {
      FuzzRequest request = next(first + i);
      open.put(request, send(request));
    }
    open.forEach(this::judge);
  }

  /** Every operation comes in turn, valid and spoilt. */
  private FuzzRequest next(int number) {
    FuzzRequest request = generator.valid(number / 2);
    request.headers.put("Authorization", "Bearer " + keys.get(random.nextInt(keys.size())));
    called.add(request.operation);
    if (number % 2 == 1) {
      mutations.spoil(request);
    }
    return request;
  }

  private Future<Answer> send(FuzzRequest request) {
    URI server = URI.create(GATEWAY.address());
    try {
      RequestOptions options =
          new RequestOptions()
              .setMethod(HttpMethod.valueOf(request.method))
              .setHost(server.getHost())
              .setPort(server.getPort())
              .setURI(request.uri());
      request.headers.forEach(options::putHeader);
      return client.request(options).compose(open -> send(open, request));
    } catch (IllegalArgumentException e) {
      return Future.failedFuture(e); // No client can send that.
    }
  }

  private static Future<Answer> send(HttpClientRequest open, FuzzRequest request) {
    Buffer body = request.body;
    Future<HttpClientResponse> response = body == null ? open.send() : open.send(body);
    return response.compose(
        head -> {
          if ("text/event-stream".equals(head.getHeader("Content-Type"))) {
            open.connection().close(); // It would go on for ever.
            return Future.succeededFuture(answer(request, head, Buffer.buffer()));
          }
          return head.body().map(content -> answer(request, head, content));
        });
  }

  private static Answer answer(FuzzRequest request, HttpClientResponse head, Buffer content) {
    Map<String, List<String>> headers = new LinkedHashMap<>();
    MultiMap all = head.headers();
    all.names().forEach(name -> headers.put(name.toLowerCase(Locale.ROOT), all.getAll(name)));
    return new Answer(request.method, request.path, head.statusCode(), headers, content.toString());
  }

  private void judge(FuzzRequest request, Future<Answer> exchange) {
    try {
      Answer answer =
          exchange
              .toCompletionStage()
              .toCompletableFuture()
              .get(PATIENCE_SECONDS, TimeUnit.SECONDS);
      statuses.merge(answer.status(), 1, Integer::sum);
      judge(request, answer);
    } catch (TimeoutException e) {
      fault("no answer: " + request);
    } catch (ExecutionException e) {
      if (!(e.getCause() instanceof IllegalArgumentException)) {
        fault(e.getCause() + ": " + request);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private void judge(FuzzRequest request, Answer answer) {
    boolean isPage = !answer.path().startsWith("/api/v1/") || answer.path().contains("..");
    try {
      if (!isPage && !answer.body().isEmpty()) {
        GATEWAY.check(answer);
      }
      if (answer.status() >= 500 && !EXCUSES.contains(answer.code())) {
        fault(answer.status() + ": " + request);
      }
      learn(request, answer);
      if (answer.status() == 401 && request.isValid()) {
        takeKeys();
      }
    } catch (AssertionError | RuntimeException e) {
      fault("undescribed " + answer.status() + " " + firstLine(e) + ": " + request);
    }
  }

  private void learn(FuzzRequest request, Answer answer) {
    if (answer.status() < 300 && request.isValid()) {
      granted.add(request.operation);
      if (answer.header("Content-Type").equals("application/json")) {
        pool.learn(collection(answer.path()), answer.json());
      }
    }
  }

  /** Told at once, since a run may be long. */
  private void fault(String fault) {
    System.out.println("fuzz: " + fault.replace('\n', ' '));
    faults.add(fault);
  }

  private static String collection(String path) {
    String[] steps = path.split("/", -1);
    return steps.length > 3 ? steps[3] : "";
  }

  private static String firstLine(Throwable e) {
    String text = String.valueOf(e.getMessage()).strip().replace('\n', ' ');
    return text.substring(0, Math.min(200, text.length()));
  }

  private void report(double seconds) {
    Set<String> never = new HashSet<>(called);
    never.removeAll(granted);
    System.out.printf(
        Locale.ROOT,
        "fuzz: seed %d, %d requests to %d operations in %.1f s, %d faults%n  by status: %s%n"
            + "  operations granted at least once: %d; never: %s%n",
        SEED,
        REQUESTS,
        generator.operations(),
        seconds,
        faults.size(),
        statuses,
        granted.size(),
        never);
  }
}
