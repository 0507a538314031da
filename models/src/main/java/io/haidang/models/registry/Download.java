package io.haidang.models.registry;

import io.haidang.models.ModelException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Flow.Publisher;
import org.jspecify.annotations.Nullable;

/**
 * Fetches one file, going on where an earlier attempt broke off as long as the server says that the
 * file is still the same. Not thread-safe.
 */
final class Download {

  private static final int PARTIAL = 206;
  private static final int RANGE_REFUSED = 416;
  private static final int FRUITLESS_TRIES = 3;

  /** One for all: each has a thread of its own. */
  private static final HttpClient HTTP =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .followRedirects(HttpClient.Redirect.NORMAL)
          .build();

  private final URI uri;
  private final Path part;
  private final Path validator;
  private final InstallLimits limits;
  private final long most;
  private final InstallListener listener;

  /**
   * A download to {@code part}, which stays where it is when it breaks off.
   *
   * @param most bytes that the file may have
   */
  Download(URI uri, Path part, InstallLimits limits, long most, InstallListener listener) {
    this.uri = uri;
    this.part = part;
    this.validator = part.resolveSibling(part.getFileName() + ".validator");
    this.limits = limits;
    this.most = most;
    this.listener = listener;
  }

  /**
   * Fetches all of it.
   *
   * @throws ModelException.Unavailable when the server refuses or keeps breaking off
   * @throws ModelException.Unloadable when the file is too large
   */
  void run() throws IOException {
    int fruitless = 0;
    long furthest = size();
    while (true) {
      try {
        if (attempt(size())) {
          Files.deleteIfExists(validator);
          return;
        }
      } catch (ModelException.Unloadable e) {
        Files.deleteIfExists(part); // It is too large however often it is asked for.
        Files.deleteIfExists(validator);
        throw e;
      } catch (IOException e) {
        fruitless = size() > furthest ? 0 : fruitless + 1;
        furthest = Math.max(furthest, size());
        if (fruitless == FRUITLESS_TRIES) {
          throw unavailable("broke off at byte " + size() + ": " + e.getMessage(), e);
        }
      }
    }
  }

  /** Returns false when it has to start from the beginning. */
  private boolean attempt(long have) throws IOException {
    HttpResponse<Publisher<List<ByteBuffer>>> response = send(have);
    try (TimedBody body = TimedBody.of(response.body(), limits.patience())) {
      if (response.statusCode() == RANGE_REFUSED && have > 0) {
        Files.delete(part);
        return false;
      }
      if (response.statusCode() != 200 && response.statusCode() != PARTIAL) {
        throw unavailable("status " + response.statusCode(), null);
      }
      boolean goesOn = response.statusCode() == PARTIAL && startsAt(response, have);
      if (response.statusCode() == PARTIAL && !goesOn) {
        throw unavailable("another range than asked for", null);
      }
      rememberValidator(response);
      save(
          body,
          goesOn ? have : 0,
          response.headers().firstValueAsLong("Content-Length").orElse(-1));
      return true;
    }
  }

  private HttpResponse<Publisher<List<ByteBuffer>>> send(long have) throws IOException {
    HttpRequest.Builder request = HttpRequest.newBuilder(uri).timeout(limits.patience()).GET();
    Optional<String> known = knownValidator();
    if (have > 0 && known.isPresent()) {
      request.header("Range", "bytes=" + have + "-").header("If-Range", known.get());
    }
    try {
      return HTTP.send(request.build(), BodyHandlers.ofPublisher());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ModelException.Cancelled();
    }
  }

  private static boolean startsAt(HttpResponse<?> response, long have) {
    return response
        .headers()
        .firstValue("Content-Range")
        .filter(range -> range.startsWith("bytes " + have + "-"))
        .isPresent();
  }

  private void save(TimedBody body, long from, long length) throws IOException {
    long total = length < 0 ? -1 : from + length;
    if (total > most) {
      throw tooLarge(total);
    }
    StandardOpenOption how =
        from > 0 ? StandardOpenOption.APPEND : StandardOpenOption.TRUNCATE_EXISTING;
    long done = from;
    try (FileChannel out =
        FileChannel.open(part, StandardOpenOption.CREATE, StandardOpenOption.WRITE, how)) {
      for (ByteBuffer bytes = body.next(); bytes != null; bytes = body.next()) {
        done += bytes.remaining();
        if (done > most) {
          throw tooLarge(done);
        }
        while (bytes.hasRemaining()) {
          out.write(bytes);
        }
        listener.progress(fileName(), done, total);
      }
    }
  }

  private String fileName() {
    String path = String.valueOf(uri.getPath());
    return path.substring(path.lastIndexOf('/') + 1);
  }

  private long size() throws IOException {
    return Files.exists(part) ? Files.size(part) : 0;
  }

  private Optional<String> knownValidator() throws IOException {
    return Files.exists(validator) ? Optional.of(Files.readString(validator)) : Optional.empty();
  }

  /** A weak tag does not promise the same bytes. */
  private void rememberValidator(HttpResponse<?> response) throws IOException {
    Optional<String> tag =
        response
            .headers()
            .firstValue("ETag")
            .filter(value -> !value.startsWith("W/"))
            .or(() -> response.headers().firstValue("Last-Modified"));
    if (tag.isPresent()) {
      Files.writeString(validator, tag.get());
    } else {
      Files.deleteIfExists(validator);
    }
  }

  /** An address without what may be secret in it. */
  static String shown(URI uri) {
    String port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
    return uri.getScheme() + "://" + uri.getHost() + port + uri.getPath();
  }

  private ModelException.Unloadable tooLarge(long bytes) {
    return new ModelException.Unloadable(
        shown(uri) + ": " + bytes + " bytes or more (expected: at most " + most + ")");
  }

  private ModelException.Unavailable unavailable(String what, @Nullable Exception cause) {
    String message = shown(uri) + ": " + what + " (expected: the whole file)";
    return cause == null
        ? new ModelException.Unavailable(message)
        : new ModelException.Unavailable(message, cause);
  }
}
