package io.haidang.models.remote;

import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.response.ChatResponse;
import io.haidang.models.CallContext;
import io.haidang.models.Generation;
import io.haidang.models.GenerationOptions;
import io.haidang.models.GenerationRequest;
import io.haidang.models.LanguagePair;
import io.haidang.models.ModelDescriptor;
import io.haidang.models.ModelDescriptor.Capability;
import io.haidang.models.ModelDescriptor.Locality;
import io.haidang.models.ModelException;
import io.haidang.models.ModelId;
import io.haidang.models.TextGenerator;
import io.haidang.models.remote.AnswerReader.Answer;
import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** One provider's model: asks, reads strictly, and asks once more for what is missing. */
final class RemoteGenerator implements TextGenerator {

  /** A segment of the pipeline has about 400 tokens at most; beyond this something is wrong. */
  private static final int MAX_SOURCE_TOKENS = 4000;

  private static final int FAILURES_TO_OPEN = 5;
  private static final Duration PAUSE = Duration.ofSeconds(30);

  private final Provider provider;
  private final CallBooks books;
  private final Clock clock;
  private final ModelDescriptor descriptor;
  private final HttpClient http;
  private final CircuitBreaker breaker;
  private final CallSlots slots;
  private volatile boolean closed;

  RemoteGenerator(Provider provider, UsageRecorder usage, Clock clock) {
    this.provider = provider;
    this.books = new CallBooks(provider, usage);
    this.clock = clock;
    this.descriptor =
        new ModelDescriptor(
            new ModelId("remote/" + provider.name()),
            provider.kind().id() + ":" + provider.model(),
            provider.pairs(),
            null,
            MAX_SOURCE_TOKENS,
            Set.of(Capability.HINTS, Capability.PHRASE_INSTRUCTIONS),
            Locality.REMOTE,
            Prompt.VERSION);
    // The default, an upgrade to HTTP/2, confuses some servers of one's own.
    this.http =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(provider.connectTimeout())
            .build();
    this.breaker = new CircuitBreaker(FAILURES_TO_OPEN, PAUSE, clock);
    this.slots = new CallSlots(provider.concurrency());
  }

  @Override
  public ModelDescriptor descriptor() {
    return descriptor;
  }

  @Override
  public List<Generation> generate(
      List<GenerationRequest> requests, GenerationOptions options, CallContext call) {
    requireServable(requests, options, call);
    Map<String, GenerationRequest> byId = new LinkedHashMap<>();
    requests.forEach(request -> byId.put("s" + (byId.size() + 1), request));
    Map<String, String> texts = new LinkedHashMap<>();
    for (LanguagePair pair : pairs(requests)) {
      Map<String, GenerationRequest> sameDirection = new LinkedHashMap<>(byId);
      sameDirection.values().removeIf(request -> !request.pair().equals(pair));
      for (Map<String, GenerationRequest> batch :
          Batches.of(sameDirection, provider.batchTokens())) {
        texts.putAll(translate(batch, pair, call));
      }
    }
    List<Generation> outputs = new ArrayList<>();
    byId.forEach((id, request) -> outputs.add(output(request, texts.getOrDefault(id, ""))));
    return List.copyOf(outputs);
  }

  private void requireServable(
      List<GenerationRequest> requests, GenerationOptions options, CallContext call) {
    if (closed) {
      throw new IllegalStateException("generator: closed (expected: open)");
    }
    call.check();
    if (options.hypotheses() > 1) {
      throw new ModelException.Unsupported(
          "hypotheses: " + options.hypotheses() + " (expected: 1 from a provider)");
    }
    if (call.reach() != Locality.REMOTE) {
      throw new ModelException.Refused(
          "provider " + provider.name() + ": texts may not leave (expected: public ones)");
    }
    for (GenerationRequest request : requests) {
      if (!descriptor.pairs().contains(request.pair())) {
        throw new ModelException.Unsupported(
            "pair: " + request.pair() + " (expected: one of " + descriptor.pairs() + ")");
      }
      int tokens = Batches.tokens(request.text());
      if (tokens > MAX_SOURCE_TOKENS) {
        throw new ModelException.Unsupported(
            "request.text: " + tokens + " tokens (expected: at most " + MAX_SOURCE_TOKENS + ")");
      }
    }
  }

  private static List<LanguagePair> pairs(List<GenerationRequest> requests) {
    return requests.stream().map(GenerationRequest::pair).distinct().toList();
  }

  /** The outputs by id; an id for which nothing usable came twice is absent. */
  private Map<String, String> translate(
      Map<String, GenerationRequest> batch, LanguagePair pair, CallContext call) {
    Answer first = ask(batch, pair, call);
    Map<String, String> texts = new LinkedHashMap<>();
    if (!first.strangeIds()) {
      texts.putAll(first.texts());
    }
    Map<String, GenerationRequest> missing = new LinkedHashMap<>(batch);
    missing.keySet().removeAll(texts.keySet());
    if (!missing.isEmpty()) {
      texts.putAll(ask(missing, pair, call).texts());
    }
    if (texts.isEmpty()) {
      throw new ModelException.Unavailable(
          "provider "
              + provider.name()
              + ", model "
              + provider.model()
              + ": two answers without one usable translation (expected: JSON as asked for)");
    }
    return texts;
  }

  private Answer ask(Map<String, GenerationRequest> batch, LanguagePair pair, CallContext call) {
    return slots.during(call, () -> askNow(batch, pair, call));
  }

  private Answer askNow(Map<String, GenerationRequest> batch, LanguagePair pair, CallContext call) {
    requireClosedCircuit();
    DataFence fence = DataFence.random();
    String text = chat(Prompt.instructions(pair, fence), fence.around(Prompt.data(batch)), call);
    return AnswerReader.read(text, batch.keySet(), fence);
  }

  /** One call to the provider; however it ends, the books say so. */
  private String chat(String instructions, String data, CallContext call) {
    long start = System.nanoTime();
    try {
      ChatResponse response =
          chatModel(call).chat(SystemMessage.from(instructions), UserMessage.from(data));
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

  private ChatModel chatModel(CallContext call) {
    return ChatModels.of(
        provider,
        new CallHttpClientBuilder(new CallHttpClient(http, provider.timeout(), call, clock)));
  }

  private static Generation output(GenerationRequest request, String text) {
    return new Generation(
        text,
        Double.NaN,
        Batches.tokens(request.text()),
        text.isEmpty() ? 0 : Batches.tokens(text),
        false);
  }

  @Override
  public void close() {
    closed = true;
  }
}
