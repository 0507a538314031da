package io.haidang.gateway.web.discussion;

import io.haidang.gateway.discussion.Mentions;
import io.haidang.gateway.discussion.Mentions.Mention;
import io.haidang.glossary.TextSpan;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A piece of a comment: words, a mention, or an address that can be followed.
 *
 * @param text as it was typed
 */
record CommentRun(Kind kind, String text) {

  enum Kind {
    WORDS,
    MENTION,
    LINK
  }

  /** Up to white space and what no address has; its last character ends no sentence. */
  private static final Pattern ADDRESS =
      Pattern.compile("\\bhttps?://[^\\s<>\"'{}|\\\\^`]*[^\\s<>\"'{}|\\\\^`.,;:!?)\\]…”’]");

  private record Found(TextSpan span, Kind kind) {}

  /** The pieces of {@code text}, which joined give it again. */
  static List<CommentRun> of(String text) {
    List<CommentRun> runs = new ArrayList<>();
    int done = 0;
    for (Found found : found(text)) {
      if (found.span().start() < done) {
        continue; // A mention inside an address is a part of it.
      }
      if (found.span().start() > done) {
        runs.add(new CommentRun(Kind.WORDS, text.substring(done, found.span().start())));
      }
      runs.add(new CommentRun(found.kind(), found.span().of(text)));
      done = found.span().end();
    }
    if (done < text.length()) {
      runs.add(new CommentRun(Kind.WORDS, text.substring(done)));
    }
    return runs;
  }

  private static List<Found> found(String text) {
    List<Found> found = new ArrayList<>();
    Matcher address = ADDRESS.matcher(text);
    while (address.find()) {
      if (isAddress(address.group())) {
        found.add(new Found(new TextSpan(address.start(), address.end()), Kind.LINK));
      }
    }
    for (Mention mention : Mentions.in(text)) {
      found.add(new Found(mention.span(), Kind.MENTION));
    }
    found.sort(Comparator.comparingInt(one -> one.span().start()));
    return found;
  }

  /** One with a host and without a name before it, which would look like another host. */
  private static boolean isAddress(String text) {
    try {
      URI address = new URI(text);
      return address.getHost() != null && address.getRawUserInfo() == null;
    } catch (URISyntaxException e) {
      return false;
    }
  }
}
