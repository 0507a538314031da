package io.haidang.models.testing;

import io.haidang.models.CallContext;
import io.haidang.models.Generation;
import io.haidang.models.Generation.Alternative;
import io.haidang.models.GenerationHints.TermHint;
import io.haidang.models.GenerationOptions;
import io.haidang.models.GenerationRequest;
import io.haidang.models.LanguagePair;
import io.haidang.models.ModelDescriptor;
import io.haidang.models.ModelDescriptor.Capability;
import io.haidang.models.ModelException;
import io.haidang.models.ModelId;
import io.haidang.models.RequiredPhrase;
import io.haidang.models.TermAnnotation;
import io.haidang.models.TextGenerator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A generator whose outputs a test writes itself; remembers what it was asked. Thread-safe. */
public final class ScriptedGenerator implements TextGenerator {

  private final ModelDescriptor descriptor;
  private final Function<GenerationRequest, String> script;
  private final List<GenerationRequest> requests = new CopyOnWriteArrayList<>();
  private volatile boolean closed;

  public ScriptedGenerator(ModelDescriptor descriptor, Function<GenerationRequest, String> script) {
    this.descriptor = descriptor;
    this.script = script;
  }

  /** Vietnamese to English, with every capability; the script maps source text to output. */
  public static ScriptedGenerator of(
      @Nullable TermAnnotation annotation, Function<String, String> script) {
    ModelDescriptor descriptor =
        new ModelDescriptor(
            new ModelId("test/scripted"),
            "1",
            Set.of(LanguagePair.of("vi", "en")),
            annotation,
            400,
            Set.of(ModelDescriptor.Capability.values()));
    return new ScriptedGenerator(descriptor, request -> script.apply(request.text()));
  }

  /** Writes a text in capitals, and after it the phrases and names that came with it. */
  public static ScriptedGenerator obedient() {
    return new ScriptedGenerator(of(null, text -> text).descriptor(), ScriptedGenerator::obey);
  }

  private static String obey(GenerationRequest request) {
    Stream<String> phrases = request.requiredPhrases().stream().map(RequiredPhrase::best);
    Stream<String> names = request.hints().terms().stream().map(TermHint::rendering);
    return request.text().toUpperCase(Locale.ROOT)
        + Stream.concat(phrases, names).map(wording -> " " + wording).collect(Collectors.joining());
  }

  @Override
  public ModelDescriptor descriptor() {
    return descriptor;
  }

  @Override
  public List<Generation> generate(
      List<GenerationRequest> asked, GenerationOptions options, CallContext call) {
    if (closed) {
      throw new IllegalStateException("generator: closed (expected: open)");
    }
    List<Generation> outputs = new ArrayList<>();
    for (GenerationRequest request : asked) {
      call.check();
      if (!descriptor.pairs().contains(request.pair())) {
        throw new ModelException.Unsupported(
            "pair: " + request.pair() + " (expected: one of " + descriptor.pairs() + ")");
      }
      if (words(request.text()) > descriptor.maxSourceTokens()) {
        throw new ModelException.Unsupported(
            "request.text: too long (expected: at most " + descriptor.maxSourceTokens() + ")");
      }
      if (options.hypotheses() > 1 && !descriptor.capabilities().contains(Capability.N_BEST)) {
        throw new ModelException.Unsupported(
            "hypotheses: " + options.hypotheses() + " (expected: 1)");
      }
      requests.add(request);
      outputs.add(output(request, script.apply(request), options.hypotheses()));
    }
    return List.copyOf(outputs);
  }

  /** The script's output, and others that differ by their number. */
  private static Generation output(GenerationRequest request, String text, int hypotheses) {
    List<Alternative> others =
        IntStream.range(1, hypotheses)
            .mapToObj(i -> new Alternative(text + " " + (i + 1), -0.1 * (i + 1)))
            .toList();
    return new Generation(
        text, -0.1, words(request.text()), words(text), false, List.of(), others, List.of());
  }

  private static int words(String text) {
    return (int) text.codePoints().filter(Character::isWhitespace).count() + 1;
  }

  /** What it was asked so far, in order. */
  public List<GenerationRequest> requests() {
    return List.copyOf(requests);
  }

  @Override
  public void close() {
    closed = true;
  }
}
