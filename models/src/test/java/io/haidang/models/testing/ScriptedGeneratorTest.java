package io.haidang.models.testing;

import io.haidang.models.GenerationHints.TermHint;
import io.haidang.models.GenerationRequest;
import io.haidang.models.RequiredPhrase;
import io.haidang.models.TextGenerator;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

final class ScriptedGeneratorTest extends TextGeneratorContract {

  @Override
  protected TextGenerator open() {
    return new ScriptedGenerator(
        ScriptedGenerator.of(null, text -> text).descriptor(), ScriptedGeneratorTest::write);
  }

  private static String write(GenerationRequest request) {
    Stream<String> phrases = request.requiredPhrases().stream().map(RequiredPhrase::best);
    Stream<String> names = request.hints().terms().stream().map(TermHint::rendering);
    return request.text().toUpperCase(Locale.ROOT)
        + Stream.concat(phrases, names).collect(Collectors.joining(" ", " ", ""));
  }
}
