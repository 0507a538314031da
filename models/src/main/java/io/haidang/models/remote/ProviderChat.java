package io.haidang.models.remote;

import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.output.TokenUsage;
import io.haidang.models.CallContext;
import io.haidang.models.remote.ServiceCalls.Answered;
import java.net.http.HttpClient;
import java.time.Clock;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Questions to one provider. Thread-safe. */
final class ProviderChat {

  private final Provider provider;
  private final ServiceCalls calls;
  private final Clock clock;
  private final HttpClient http;

  ProviderChat(Provider provider, UsageRecorder usage, Clock clock) {
    this.provider = provider;
    this.calls = new ServiceCalls(provider, usage, clock);
    this.clock = clock;
    // The default, an upgrade to HTTP/2, confuses some servers of one's own.
    this.http =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(provider.connectTimeout())
            .build();
  }

  /**
   * The provider's answer; waits for a free place first.
   *
   * @param translations whether the answer has to be the JSON of translations, which some providers
   *     can be held to
   */
  String ask(String instructions, String data, boolean translations, CallContext call) {
    return calls.make(call, () -> askNow(instructions, data, translations, call));
  }

  private Answered<String> askNow(
      String instructions, String data, boolean translations, CallContext call) {
    ChatResponse response =
        model(translations, call).chat(SystemMessage.from(instructions), UserMessage.from(data));
    TokenUsage tokens = response.tokenUsage();
    long input = tokens == null ? 0 : count(tokens.inputTokenCount());
    long output = tokens == null ? 0 : count(tokens.outputTokenCount());
    return new Answered<>(
        Objects.requireNonNullElse(response.aiMessage().text(), ""),
        input,
        output,
        provider.prices().costMicros(input, output));
  }

  private static long count(@Nullable Integer tokens) {
    return tokens == null ? 0 : tokens;
  }

  private ChatModel model(boolean translations, CallContext call) {
    CallHttpClientBuilder client =
        new CallHttpClientBuilder(new CallHttpClient(http, provider.timeout(), call, clock));
    return translations ? ChatModels.of(provider, client) : ChatModels.free(provider, client);
  }
}
