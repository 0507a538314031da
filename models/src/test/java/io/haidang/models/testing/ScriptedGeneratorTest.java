package io.haidang.models.testing;

import io.haidang.models.TextGenerator;

final class ScriptedGeneratorTest extends TextGeneratorContract {

  @Override
  protected TextGenerator open() {
    return ScriptedGenerator.obedient();
  }
}
