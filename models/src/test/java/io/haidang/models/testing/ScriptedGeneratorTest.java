package io.haidang.models.testing;

import io.haidang.models.TextGenerator;
import java.util.Locale;

final class ScriptedGeneratorTest extends TextGeneratorContract {

  @Override
  protected TextGenerator open() {
    return ScriptedGenerator.of(null, text -> text.toUpperCase(Locale.ROOT));
  }
}
