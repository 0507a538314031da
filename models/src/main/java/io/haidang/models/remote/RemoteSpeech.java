package io.haidang.models.remote;

import io.haidang.models.CallContext;
import io.haidang.models.ModelDescriptor.Locality;
import io.haidang.models.ModelException;
import io.haidang.models.ModelId;
import io.haidang.models.Recording;
import io.haidang.models.SpeechModel;
import io.haidang.models.SpokenPiece;
import io.haidang.models.remote.ServiceCalls.Answered;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.time.Clock;
import java.util.List;

/** One service that writes down speech, over {@code POST …/audio/transcriptions}. */
final class RemoteSpeech implements SpeechModel {

  /** An hour of speech with every token's number is about 2 MB. */
  private static final int MAX_ANSWER_BYTES = 16 << 20;

  private final SpeechProvider provider;
  private final ServiceCalls calls;
  private final Clock clock;
  private final HttpClient http;
  private volatile boolean closed;

  RemoteSpeech(SpeechProvider provider, UsageRecorder usage, Clock clock) {
    this.provider = provider;
    this.calls = new ServiceCalls(provider, usage, clock);
    this.clock = clock;
    this.http = client(provider);
  }

  /** Redirects are not followed, and a local service is not asked through anybody else. */
  private static HttpClient client(SpeechProvider provider) {
    HttpClient.Builder builder =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(provider.connectTimeout());
    return provider.local() ? builder.proxy(HttpClient.Builder.NO_PROXY).build() : builder.build();
  }

  @Override
  public ModelId id() {
    return new ModelId("speech/" + provider.name());
  }

  @Override
  public String version() {
    return provider.model();
  }

  @Override
  public Locality locality() {
    return provider.locality();
  }

  @Override
  public List<SpokenPiece> transcribe(Recording recording, CallContext call) {
    if (closed) {
      throw new IllegalStateException("speech: closed (expected: open)");
    }
    call.check();
    if (!provider.local() && call.reach() != Locality.REMOTE) {
      throw new ModelException.Refused(
          "provider " + provider.name() + ": recordings may not leave (expected: public ones)");
    }
    return calls.make(call, () -> ask(recording, call));
  }

  private Answered<List<SpokenPiece>> ask(Recording recording, CallContext call) {
    byte[] body =
        new BoundedExchange(http, provider.timeout(), MAX_ANSWER_BYTES, call, clock)
            .send(request(recording))
            .body();
    SpokenAnswer answer = SpokenAnswer.read(body);
    if (answer == null) {
      throw new ModelException.Unavailable(
          "provider "
              + provider.name()
              + ", model "
              + provider.model()
              + ": unusable answer (expected: verbose_json with segments in order)");
    }
    return new Answered<>(answer.pieces(), 0, 0, provider.costMicros(answer.seconds()));
  }

  private HttpRequest request(Recording recording) {
    MultipartForm form =
        new MultipartForm()
            .field("model", provider.model())
            .field("language", recording.language().getLanguage())
            .field("response_format", "verbose_json")
            .field("timestamp_granularities[]", "segment")
            .field("temperature", "0")
            .file("file", fileName(recording), recording.mediaType(), recording.bytes());
    HttpRequest.Builder request =
        HttpRequest.newBuilder(address())
            .header("Content-Type", form.contentType())
            .header("Accept", "application/json")
            .POST(form.body());
    if (!provider.key().isEmpty()) {
      request.header("Authorization", "Bearer " + provider.key());
    }
    return request.build();
  }

  private URI address() {
    return URI.create(provider.url().toString().replaceFirst("/+$", "") + "/audio/transcriptions");
  }

  /** Services tell the container by the extension; the author's own name of the file stays here. */
  private static String fileName(Recording recording) {
    return "recording."
        + switch (recording.mediaType()) {
          case "audio/mpeg" -> "mp3";
          case "audio/mp4" -> "m4a";
          case "audio/ogg" -> "ogg";
          case "audio/flac" -> "flac";
          case "audio/wav" -> "wav";
          case "video/webm" -> "webm";
          default -> "mp4";
        };
  }

  @Override
  public void close() {
    closed = true;
  }
}
