package io.haidang.models.remote;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * A form with a file (RFC 7578), which the JDK has no class for. Names and values come from this
 * package, never from users. Not thread-safe; used once.
 */
final class MultipartForm {

  private static final SecureRandom RANDOM = new SecureRandom();

  private final String boundary;
  private final List<byte[]> parts = new ArrayList<>();

  /** A form with a boundary that no file can know. */
  MultipartForm() {
    byte[] random = new byte[16];
    RANDOM.nextBytes(random);
    boundary = HexFormat.of().formatHex(random);
  }

  MultipartForm field(String name, String value) {
    add("name=\"" + name + "\"", "", value.getBytes(UTF_8));
    return this;
  }

  MultipartForm file(String name, String fileName, String mediaType, byte[] bytes) {
    add(
        "name=\"" + name + "\"; filename=\"" + fileName + "\"",
        "Content-Type: " + mediaType + "\r\n",
        bytes);
    return this;
  }

  private void add(String disposition, String headers, byte[] content) {
    parts.add(
        ("--"
                + boundary
                + "\r\nContent-Disposition: form-data; "
                + disposition
                + "\r\n"
                + headers
                + "\r\n")
            .getBytes(UTF_8));
    parts.add(content);
    parts.add("\r\n".getBytes(UTF_8));
  }

  String contentType() {
    return "multipart/form-data; boundary=" + boundary;
  }

  /** Of known length: some servers take no other. */
  BodyPublisher body() {
    List<byte[]> all = new ArrayList<>(parts);
    all.add(("--" + boundary + "--\r\n").getBytes(UTF_8));
    return BodyPublishers.concat(
        all.stream().map(BodyPublishers::ofByteArray).toArray(BodyPublisher[]::new));
  }
}
