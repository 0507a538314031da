package io.haidang.gateway.web.kit;

import io.haidang.gateway.Sha256;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.regex.Pattern;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/**
 * A file that pages fetch, as it is and compressed; it is the same for everybody, so there is
 * nothing in it that compression could give away.
 *
 * @param packed with gzip; as it is where that makes nothing shorter, as with fonts
 * @param digest of the content as it is
 */
record Asset(String mediaType, Buffer content, Buffer packed, String digest) {

  private static final int DIGEST_LENGTH = 12;

  /** Named, and not with the weight 0, which forbids it (RFC 9110, 12.5.3). */
  private static final Pattern GZIP =
      Pattern.compile("(?:^|,)\\s*gzip\\s*(?:;\\s*q=(?!0(?:\\.0*)?\\s*(?:,|$))[^,]*)?(?:,|$)");

  static Asset of(String mediaType, byte[] content) {
    byte[] packed = gzip(content);
    Buffer plain = Buffer.buffer(content);
    return new Asset(
        mediaType,
        plain,
        packed.length < content.length ? Buffer.buffer(packed) : plain,
        Sha256.hex(content).substring(0, DIGEST_LENGTH));
  }

  private static byte[] gzip(byte[] content) {
    ByteArrayOutputStream packed = new ByteArrayOutputStream(content.length / 2);
    try (GZIPOutputStream out = new Smallest(packed)) {
      out.write(content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return packed.toByteArray();
  }

  /** Done once for all, so time is of no account. */
  private static final class Smallest extends GZIPOutputStream {

    Smallest(ByteArrayOutputStream out) throws IOException {
      super(out);
      def.setLevel(Deflater.BEST_COMPRESSION);
    }
  }

  /** Answers with the file, or with nothing to a browser that has it. */
  void send(RoutingContext request) {
    boolean packs = packed != content;
    boolean sendsPacked = packs && GZIP.matcher(acceptedEncodings(request)).find();
    String tag = '"' + digest + (sendsPacked ? "-gzip" : "") + '"';
    HttpServerResponse response = request.response();
    response
        .putHeader("Content-Type", mediaType)
        .putHeader("ETag", tag)
        .putHeader("Cache-Control", cacheControl(request));
    if (packs) {
      response.putHeader("Vary", "Accept-Encoding");
    }
    if (tag.equals(request.request().getHeader("If-None-Match"))) {
      response.setStatusCode(304).end();
      return;
    }
    if (sendsPacked) {
      response.putHeader("Content-Encoding", "gzip");
    }
    request.end(sendsPacked ? packed : content);
  }

  private static String acceptedEncodings(RoutingContext request) {
    String header = request.request().getHeader("Accept-Encoding");
    return header == null ? "" : header;
  }

  /** What a script names comes without a digest, so a browser has to ask again. */
  private static String cacheControl(RoutingContext request) {
    return request.queryParams().contains("v")
        ? "public, max-age=31536000, immutable"
        : "public, no-cache";
  }
}
