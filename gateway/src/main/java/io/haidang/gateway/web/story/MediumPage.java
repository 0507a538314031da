package io.haidang.gateway.web.story;

import io.haidang.gateway.http.kit.ByteRange;
import io.haidang.gateway.http.kit.Reply;
import io.haidang.gateway.story.Media;
import io.haidang.gateway.story.StoryServices;
import io.haidang.gateway.web.kit.Visit;
import io.haidang.gateway.web.kit.WebRequest;
import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Pictures, recordings and subtitles as pages show them. */
final class MediumPage {

  /** Bytes to an answer that is a part: seconds of film, and little to hold in memory. */
  private static final int MOST = 2 << 20;

  private final Media media;

  MediumPage(StoryServices stories) {
    this.media = stories.media();
  }

  /** All of it, or the part that a player asks for. */
  Reply show(Visit visit) {
    Media.Stored stored = media.of(visit.request().id("asset"));
    ByteRange range = range(visit.request(), stored);
    byte[] bytes =
        range == null
            ? media.bytes(stored, 0, Math.toIntExact(stored.size()))
            : media.bytes(stored, range.first(), range.length());
    return Reply.inline(stored.medium().mediaType(), stored.tag(), Buffer.buffer(bytes), range);
  }

  /** A part of another file would not fit to what the player has. */
  private static @Nullable ByteRange range(WebRequest request, Media.Stored stored) {
    boolean isAnother = !request.ifRange().isEmpty() && !request.ifRange().equals(stored.tag());
    return isAnother ? null : ByteRange.of(request.range(), stored.size(), MOST);
  }

  Reply captions(Visit visit) {
    byte[] captions = media.captions(visit.request().id("product"));
    return Reply.text("text/vtt", new String(captions, StandardCharsets.UTF_8));
  }
}
