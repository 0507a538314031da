package io.haidang.models.remote;

import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.response.ChatResponse;
import io.haidang.models.CallContext;
import io.haidang.models.ModelException;
import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/**
 * Questions to one provider: so many at a time, none while it is left alone after failures, each of
 * them in the books however it ends. Thread-safe.
 */
final class ProviderChat {

  private static final int FAILURES_TO_OPEN = 5;
  private static final Duration PAUSE = Duration.ofSeconds(30);

  private final Provider provider;
  private final CallBooks books;
  private final Clock clock;
  private final HttpClient http;
  private final CircuitBreaker breaker;
  private final CallSlots slots;

  ProviderChat(Provider provider, UsageRecorder usage, Clock clock) {
    this.provider = provider;
    this.books = new CallBooks(provider, usage);
    this.clock = clock;
    // The default, an upgrade to HTTP/2, confuses some servers of one's own.
    this.http =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(provider.connectTimeout())
            .build();
    this.breaker = new CircuitBreaker(FAILURES_TO_OPEN, PAUSE, clock);
    this.slots = new CallSlots(provider.concurrency());
  }

  /**
   * The provider's answer; waits for a free place first.
   *
   * @param translations whether the answer has to be the JSON of translations, which some providers
   *     can be held to
   */
  String ask(String instructions, String data, boolean translations, CallContext call) {
    return slots.during(call, () -> askNow(instructions, data, translations, call));
  }

  private String askNow(String instructions, String data, boolean translations, CallContext call) {
    requireClosedCircuit();
    long start = System.nanoTime();
    try {
      ChatResponse response =
          model(translations, call).chat(SystemMessage.from(instructions), UserMessage.from(data));
      breaker.succeeded();
      books.answered(response.tokenUsage(), call, millisSince(start));
      return Objects.requireNonNullElse(response.aiMessage().text(), "");
    } catch (RuntimeException e) {
      long waited = millisSince(start);
      ModelException failure = Failures.of(e, provider, call, waited);
      if (failure instanceof ModelException.Unavailable) {
        breaker.failed();
      }
      books.failed(failure, call, waited);
      throw failure;
    }
  }

  private static long millisSince(long start) {
    return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
  }

  private void requireClosedCircuit() {
    Duration pause = breaker.pause();
    if (!pause.isZero()) {
      throw new ModelException.Overloaded(
          "provider "
              + provider.name()
              + ": left alone after "
              + FAILURES_TO_OPEN
              + " failures (expected: answers)",
          pause);
    }
  }

  private ChatModel model(boolean translations, CallContext call) {
    CallHttpClientBuilder client =
        new CallHttpClientBuilder(new CallHttpClient(http, provider.timeout(), call, clock));
    return translations ? ChatModels.of(provider, client) : ChatModels.free(provider, client);
  }
}
