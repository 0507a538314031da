package io.haidang.models.remote;

import dev.langchain4j.http.client.HttpClientBuilder;
import dev.langchain4j.model.anthropic.AnthropicChatModel;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.request.ResponseFormat;
import dev.langchain4j.model.chat.request.ResponseFormatType;
import dev.langchain4j.model.chat.request.json.JsonArraySchema;
import dev.langchain4j.model.chat.request.json.JsonObjectSchema;
import dev.langchain4j.model.chat.request.json.JsonSchema;
import dev.langchain4j.model.googleai.GoogleAiGeminiChatModel;
import dev.langchain4j.model.mistralai.MistralAiChatModel;
import dev.langchain4j.model.ollama.OllamaChatModel;
import dev.langchain4j.model.openai.OpenAiChatModel;
import org.jspecify.annotations.Nullable;

/**
 * Speaks each protocol through LangChain4j: temperature 0, no retries (they belong to the jobs), no
 * logging of texts.
 */
final class ChatModels {

  /** An answer is about as long as its source; this is for protocols that ask for a number. */
  private static final int MAX_ANSWER_TOKENS = 8192;

  private static final ResponseFormat SCHEMA = schema();

  private ChatModels() {}

  /** For translations, to whose form a provider is held if it can be. */
  static ChatModel of(Provider provider, HttpClientBuilder http) {
    return of(provider, http, provider.schema() ? SCHEMA : null);
  }

  /** For any answer. */
  static ChatModel free(Provider provider, HttpClientBuilder http) {
    return of(provider, http, null);
  }

  private static ChatModel of(
      Provider provider, HttpClientBuilder http, @Nullable ResponseFormat format) {
    return switch (provider.kind()) {
      case OPENAI -> openAi(provider, http, format);
      case OLLAMA -> ollama(provider, http, format);
      case ANTHROPIC -> anthropic(provider, http, format);
      case GEMINI -> gemini(provider, http, format);
      case MISTRAL -> mistral(provider, http, format);
    };
  }

  private static ChatModel openAi(
      Provider provider, HttpClientBuilder http, @Nullable ResponseFormat format) {
    return OpenAiChatModel.builder()
        .httpClientBuilder(http)
        .baseUrl(provider.url().toString())
        .apiKey(key(provider))
        .modelName(provider.model())
        .temperature(0.0)
        .responseFormat(format)
        .strictJsonSchema(true)
        .maxRetries(0)
        .build();
  }

  private static ChatModel ollama(
      Provider provider, HttpClientBuilder http, @Nullable ResponseFormat format) {
    return OllamaChatModel.builder()
        .httpClientBuilder(http)
        .baseUrl(provider.url().toString())
        .modelName(provider.model())
        .temperature(0.0)
        .numPredict(MAX_ANSWER_TOKENS)
        .responseFormat(format)
        .maxRetries(0)
        .build();
  }

  private static ChatModel anthropic(
      Provider provider, HttpClientBuilder http, @Nullable ResponseFormat format) {
    return AnthropicChatModel.builder()
        .httpClientBuilder(http)
        .baseUrl(provider.url().toString())
        .apiKey(key(provider))
        .modelName(provider.model())
        .temperature(0.0)
        .maxTokens(MAX_ANSWER_TOKENS)
        .responseFormat(format)
        .maxRetries(0)
        .build();
  }

  private static ChatModel gemini(
      Provider provider, HttpClientBuilder http, @Nullable ResponseFormat format) {
    return GoogleAiGeminiChatModel.builder()
        .httpClientBuilder(http)
        .baseUrl(provider.url().toString())
        .apiKey(key(provider))
        .modelName(provider.model())
        .temperature(0.0)
        .maxOutputTokens(MAX_ANSWER_TOKENS)
        .responseFormat(format)
        .maxRetries(0)
        .build();
  }

  private static ChatModel mistral(
      Provider provider, HttpClientBuilder http, @Nullable ResponseFormat format) {
    return MistralAiChatModel.builder()
        .httpClientBuilder(http)
        .baseUrl(provider.url().toString())
        .apiKey(key(provider))
        .modelName(provider.model())
        .temperature(0.0)
        .maxTokens(MAX_ANSWER_TOKENS)
        .responseFormat(format)
        .strictJsonSchema(true)
        .maxRetries(0)
        .build();
  }

  /** Servers of one's own want none, the library always one. */
  private static String key(Provider provider) {
    return provider.key().isEmpty() ? "none" : provider.key();
  }

  private static ResponseFormat schema() {
    JsonObjectSchema translation =
        JsonObjectSchema.builder()
            .addStringProperty("id")
            .addStringProperty("text")
            .required("id", "text")
            .additionalProperties(false)
            .build();
    JsonObjectSchema answer =
        JsonObjectSchema.builder()
            .addProperty("translations", JsonArraySchema.builder().items(translation).build())
            .required("translations")
            .additionalProperties(false)
            .build();
    return ResponseFormat.builder()
        .type(ResponseFormatType.JSON)
        .jsonSchema(JsonSchema.builder().name("translations").rootElement(answer).build())
        .build();
  }
}
