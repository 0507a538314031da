package io.haidang.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;

/**
 * One desk, seen by one key.
 *
 * <p><b>Thread-safety:</b> safe for concurrent use. <b>Blocking:</b> every method waits for its
 * answer. <b>Errors:</b> {@link HaiDangException} for what the desk refuses or cannot do now,
 * {@link UncheckedIOException} when it cannot be reached.
 */
public final class HaiDangClient {

  private static final Duration CONNECT = Duration.ofSeconds(10);
  private static final Duration ANSWER = Duration.ofSeconds(60);
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(500);
  private static final String JSON = "application/json";

  private final URI api;
  private final String key;
  private final Clock clock;
  private final HttpClient http = HttpClient.newBuilder().connectTimeout(CONNECT).build();

  /**
   * A client of the desk at {@code server}.
   *
   * @param server such as {@code https://translations.example.vn}
   * @param key as {@code ./haidang key create} has shown it
   */
  public HaiDangClient(URI server, String key) {
    this(server, key, Clock.systemUTC());
  }

  HaiDangClient(URI server, String key, Clock clock) {
    this.api = URI.create(server.toString().replaceFirst("/+$", "") + "/api/v1/");
    this.key = key;
    this.clock = clock;
  }

  /**
   * Translates a short text at once. It stays in the house, and nobody has reviewed what comes out.
   *
   * @param text at most 2,000 UTF-16 units
   * @param targetLanguage a tag such as {@code en}
   */
  public Translation translate(String text, String targetLanguage) {
    ObjectNode request = Wire.object().put("text", text).put("targetLanguage", targetLanguage);
    JsonNode answer = post("translations", request);
    return new Translation(Wire.text(answer, "text"), Wire.text(answer, "sourceLanguage"));
  }

  /** Hands a text in to be translated and reviewed. */
  public Draft submit(NewDraft draft) {
    return Wire.draft(post("drafts", Wire.draft(draft)));
  }

  /** How far a product is. */
  public Target target(String id) {
    return Wire.target(get("targets/" + encoded(id)));
  }

  /**
   * Waits until a product is as wanted, or has failed.
   *
   * @param patience after which the last state is returned as it is
   */
  public Target await(String id, Predicate<Target> wanted, Duration patience) {
    Instant end = clock.instant().plus(patience);
    Target target = target(id);
    while (!wanted.test(target)
        && target.state() != Target.State.FAILED
        && clock.instant().isBefore(end)) {
      pause();
      target = target(id);
    }
    return target;
  }

  /**
   * The text that people have signed off, in the format in which it was handed in. Taking it counts
   * as its publication.
   *
   * @throws HaiDangException {@code wrong-state} before it is signed off
   */
  public String export(String target) {
    return send(
        request("targets/" + encoded(target) + "/exports")
            .header("Idempotency-Key", UUID.randomUUID().toString())
            .POST(BodyPublishers.noBody()));
  }

  /**
   * What the channels show, from the beginning or from where an earlier answer ended.
   *
   * @param cursor {@code nextCursor} of that answer
   * @param language a tag; empty for all
   */
  public Published published(Optional<String> cursor, Optional<String> language) {
    StringBuilder query = new StringBuilder("published?limit=100");
    cursor.ifPresent(text -> query.append("&cursor=").append(encoded(text)));
    language.ifPresent(tag -> query.append("&language=").append(encoded(tag)));
    return Wire.published(get(query.toString()));
  }

  /**
   * Official names that contain the words, those with the same diacritics first.
   *
   * @param most 1 to 200
   */
  public List<OfficialName> findNames(String words, int most) {
    return Wire.names(get("glossaries/official/concepts?limit=" + most + "&q=" + encoded(words)));
  }

  private JsonNode get(String path) {
    return Wire.read(send(request(path).GET()));
  }

  private JsonNode post(String path, ObjectNode body) {
    return Wire.read(
        send(
            request(path)
                .header("Content-Type", JSON)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .POST(BodyPublishers.ofString(Wire.write(body)))));
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(api.resolve(path))
        .timeout(ANSWER)
        .header("Authorization", "Bearer " + key);
  }

  private String send(HttpRequest.Builder request) {
    try {
      HttpResponse<String> response =
          http.send(request.build(), BodyHandlers.ofString(StandardCharsets.UTF_8));
      if (response.statusCode() >= 400) {
        throw Wire.problem(response.statusCode(), response.body());
      }
      return response.body();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while waiting for the desk", e);
    }
  }

  private static void pause() {
    try {
      Thread.sleep(BETWEEN_LOOKS.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while waiting for the desk", e);
    }
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
