package io.haidang.gateway.cli;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.haidang.gateway.engine.EngineSettings;
import io.haidang.models.CallContext;
import io.haidang.models.Deadline;
import io.haidang.models.GenerationOptions;
import io.haidang.models.GenerationRequest;
import io.haidang.models.LanguagePair;
import io.haidang.models.ModelDescriptor.Locality;
import io.haidang.models.ModelException;
import io.haidang.models.Recording;
import io.haidang.models.SpeechModel;
import io.haidang.models.TextGenerator;
import io.haidang.models.remote.Provider;
import io.haidang.models.remote.RemoteGenerators;
import io.haidang.models.remote.RemoteSpeechModels;
import io.haidang.models.remote.SpeechProvider;
import io.haidang.models.remote.UsageRecorder;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;

/** The configured providers. */
@Command(
    name = "providers",
    description = "Try the configured providers.",
    synopsisSubcommandLabel = "COMMAND",
    mixinStandardHelpOptions = true)
final class ProvidersCommand extends ConfiguredCommand {

  /** Harmless, and short enough to cost next to nothing. */
  private static final String SAMPLE = "1, 2, 3.";

  @Command(
      name = "check",
      description = "Send each provider one tiny request; fails unless all of them answer.",
      mixinStandardHelpOptions = true)
  int check() {
    EngineSettings engines = config().engines();
    if (engines.providers().isEmpty() && engines.speech().isEmpty()) {
      throw new CommandFailure("providers: none (expected: some, see docs/configuration.md)");
    }
    long failed =
        engines.providers().stream().filter(provider -> !answers(provider)).count()
            + engines.speech().stream().filter(service -> !hears(service)).count();
    return failed == 0 ? 0 : 1;
  }

  private boolean answers(Provider provider) {
    String result = tried(() -> translate(provider));
    return shown(provider.name(), provider.kind().id(), provider.model(), result);
  }

  private boolean hears(SpeechProvider service) {
    String result = tried(() -> listen(service));
    return shown(service.name(), "speech", service.model(), result);
  }

  /** Returns whether it went well. */
  private boolean shown(String name, String kind, String model, String result) {
    out().printf("%-16s %-10s %-28s %s%n", name, kind, model, result);
    out().flush();
    return result.startsWith("ok");
  }

  private static String tried(Runnable request) {
    long start = System.nanoTime();
    try {
      request.run();
      return "ok, " + TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start) + " ms";
    } catch (ModelException e) {
      return "failed: " + e.getMessage();
    }
  }

  private static CallContext call(Duration timeout) {
    return CallContext.interactive(Deadline.after(timeout, Clock.systemUTC()))
        .reaching(Locality.REMOTE);
  }

  private static void translate(Provider provider) {
    LanguagePair pair = provider.pairs().iterator().next();
    try (TextGenerator generator =
        RemoteGenerators.open(provider, UsageRecorder.NONE, Clock.systemUTC())) {
      generator.generate(
          List.of(new GenerationRequest(SAMPLE, pair)),
          GenerationOptions.DEFAULT,
          call(provider.timeout()));
    }
  }

  private static void listen(SpeechProvider service) {
    Recording silence = new Recording(silence(), "audio/wav", Locale.forLanguageTag("vi"));
    try (SpeechModel model =
        RemoteSpeechModels.open(service, UsageRecorder.NONE, Clock.systemUTC())) {
      model.transcribe(silence, call(service.timeout()));
    }
  }

  /** A second of nothing: 16 bits, one channel, 8,000 samples a second. */
  private static byte[] silence() {
    int rate = 8_000;
    ByteBuffer wav = ByteBuffer.allocate(44 + 2 * rate).order(ByteOrder.LITTLE_ENDIAN);
    wav.put("RIFF".getBytes(US_ASCII)).putInt(36 + 2 * rate).put("WAVEfmt ".getBytes(US_ASCII));
    wav.putInt(16).putShort((short) 1).putShort((short) 1).putInt(rate).putInt(2 * rate);
    wav.putShort((short) 2).putShort((short) 16).put("data".getBytes(US_ASCII)).putInt(2 * rate);
    return wav.array();
  }
}
