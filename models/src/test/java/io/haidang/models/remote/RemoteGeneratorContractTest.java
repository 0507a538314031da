package io.haidang.models.remote;

import io.haidang.models.TextGenerator;
import io.haidang.models.testing.ProviderWire;
import io.haidang.models.testing.ScriptedServer;
import io.haidang.models.testing.TextGeneratorContract;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;

/** Every protocol keeps what every generator promises. */
final class RemoteGeneratorContractTest {

  abstract static class Contract extends TextGeneratorContract {

    private final ProviderKind kind;
    private final ScriptedServer server;

    Contract(ProviderKind kind) {
      this.kind = kind;
      this.server =
          ScriptedServer.start(
              exchange ->
                  exchange.send(
                      200,
                      "",
                      ProviderWire.answer(
                          kind, ProviderWire.obedient(ProviderWire.data(exchange)))));
    }

    @Override
    protected TextGenerator open() {
      return RemoteGenerators.open(
          TestProviders.of(kind, server.url(), Duration.ofSeconds(20)),
          UsageRecorder.NONE,
          Clock.systemUTC());
    }

    @AfterEach
    void stop() {
      server.close();
    }
  }

  @Nested
  final class OpenAi extends Contract {
    OpenAi() {
      super(ProviderKind.OPENAI);
    }
  }

  @Nested
  final class Ollama extends Contract {
    Ollama() {
      super(ProviderKind.OLLAMA);
    }
  }

  @Nested
  final class Anthropic extends Contract {
    Anthropic() {
      super(ProviderKind.ANTHROPIC);
    }
  }

  @Nested
  final class Gemini extends Contract {
    Gemini() {
      super(ProviderKind.GEMINI);
    }
  }

  @Nested
  final class Mistral extends Contract {
    Mistral() {
      super(ProviderKind.MISTRAL);
    }
  }
}
