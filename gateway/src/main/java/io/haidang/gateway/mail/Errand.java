package io.haidang.gateway.mail;

import io.haidang.gateway.events.Occasion;
import io.haidang.gateway.inbox.MailAddress;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A letter that is due, with all that it says.
 *
 * @param tries so far
 * @param address null when the person has none any more
 * @param news the oldest first
 */
record Errand(
    UUID letter, int tries, Instant createdAt, @Nullable MailAddress address, List<News> news) {

  Errand {
    news = List.copyOf(news);
  }

  /**
   * One line.
   *
   * @param notification its id
   * @param title empty unless anybody may read it
   */
  record News(long notification, Occasion occasion, String title) {}
}
