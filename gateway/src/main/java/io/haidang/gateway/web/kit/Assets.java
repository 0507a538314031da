package io.haidang.gateway.web.kit;

import io.haidang.gateway.ErrorCode;
import io.haidang.gateway.GatewayException;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Style sheets, fonts, scripts and picture: a closed list, read once from the class path. Their
 * addresses carry a digest of the content, so a browser may keep them for good.
 *
 * <p><b>Thread-safety:</b> immutable.
 */
public final class Assets {

  public static final String PATH = "/assets/";

  private static final String JAVASCRIPT = "text/javascript; charset=utf-8";
  private static final String HTMX = "/META-INF/resources/webjars/htmx.org/2.0.7/dist/htmx.min.js";

  /** Parts of the typeface. */
  private static final List<String> SCRIPTS = List.of("latin", "latin-ext", "vietnamese");

  private final Map<String, Asset> byName = new LinkedHashMap<>();

  public Assets() {
    add("light.css", "text/css; charset=utf-8", "/web/light.css");
    add("dark.css", "text/css; charset=utf-8", "/web/dark.css");
    addFonts();
    add("app.css", "text/css; charset=utf-8", "/web/app.css");
    add("pages.css", "text/css; charset=utf-8", "/web/pages.css");
    add("terms.css", "text/css; charset=utf-8", "/web/terms.css");
    add("stories.css", "text/css; charset=utf-8", "/web/stories.css");
    add("queue.css", "text/css; charset=utf-8", "/web/queue.css");
    add("quality.css", "text/css; charset=utf-8", "/web/quality.css");
    add("discussion.css", "text/css; charset=utf-8", "/web/discussion.css");
    add("inbox.css", "text/css; charset=utf-8", "/web/inbox.css");
    add("app.js", JAVASCRIPT, "/web/app.js");
    add("queue.js", JAVASCRIPT, "/web/queue.js");
    add("review.css", "text/css; charset=utf-8", "/web/review.css");
    add("review.js", JAVASCRIPT, "/web/review/review.js");
    for (String module : List.of("autosave", "editing", "figures", "keys", "typed")) {
      add("review-" + module + ".js", JAVASCRIPT, "/web/review/" + module + ".js");
    }
    add("quality.js", JAVASCRIPT, "/web/quality.js");
    add("paste.js", JAVASCRIPT, "/web/paste.js");
    add("timeline.css", "text/css; charset=utf-8", "/web/timeline.css");
    add("timeline.js", JAVASCRIPT, "/web/review/timeline.js");
    add("live.js", JAVASCRIPT, "/web/live.js");
    add("files.js", JAVASCRIPT, "/web/files.js");
    add("discussion.js", JAVASCRIPT, "/web/discussion.js");
    add("bell.svg", "image/svg+xml", "/web/bell.svg");
    add("logo.svg", "image/svg+xml", "/web/logo.svg");
    add("htmx.js", JAVASCRIPT, HTMX);
  }

  /** The style sheet names the fonts as pages name their assets, so that they may be kept, too. */
  private void addFonts() {
    String sheet = new String(read("/web/fonts.css"), StandardCharsets.UTF_8);
    for (String script : SCRIPTS) {
      String file = "source-sans-3-" + script + ".woff2";
      add(file, "font/woff2", "/web/fonts/" + file);
      sheet = sheet.replace(PATH + file, url(file));
    }
    byName.put(
        "fonts.css", Asset.of("text/css; charset=utf-8", sheet.getBytes(StandardCharsets.UTF_8)));
  }

  private void add(String name, String mediaType, String resource) {
    byName.put(name, Asset.of(mediaType, read(resource)));
  }

  /** Where a browser finds an asset. */
  public String url(String name) {
    Asset asset = byName.get(name);
    if (asset == null) {
      throw new IllegalArgumentException(
          "asset: " + name + " (expected: one of " + byName.keySet() + ")");
    }
    return PATH + name + "?v=" + asset.digest();
  }

  public void send(RoutingContext request) {
    Asset asset = byName.get(request.pathParam("name"));
    if (asset == null) {
      request.fail(
          new GatewayException(ErrorCode.NOT_FOUND, "asset: unknown (expected: one of a page)"));
      return;
    }
    asset.send(request);
  }

  private static byte[] read(String resource) {
    try (InputStream content = Assets.class.getResourceAsStream(resource)) {
      if (content == null) {
        throw new IllegalStateException(resource + ": missing (expected: on the class path)");
      }
      return content.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
