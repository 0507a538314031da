package io.haidang.models.remote;

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
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** One provider's model: asks, reads strictly, and asks once more for what is missing. */
final class RemoteGenerator implements TextGenerator {

  /** A segment of the pipeline has about 400 tokens at most; beyond this something is wrong. */
  private static final int MAX_SOURCE_TOKENS = 4000;

  private final Provider provider;
  private final ProviderChat chat;
  private final ModelDescriptor descriptor;
  private volatile boolean closed;

  RemoteGenerator(Provider provider, ProviderChat chat) {
    this.provider = provider;
    this.chat = chat;
    this.descriptor =
        new ModelDescriptor(
            new ModelId("remote/" + provider.name()),
            RemoteWriter.version(provider),
            provider.pairs(),
            null,
            MAX_SOURCE_TOKENS,
            Set.of(Capability.HINTS, Capability.PHRASE_INSTRUCTIONS),
            Locality.REMOTE,
            Prompt.VERSION);
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
    DataFence fence = DataFence.random();
    String instructions = Prompt.instructions(pair, fence);
    String text = chat.ask(instructions, fence.around(Prompt.data(batch)), true, call);
    return AnswerReader.read(text, batch.keySet(), fence);
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
