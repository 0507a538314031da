package io.haidang.gateway.web.queue;

import io.haidang.gateway.draft.Target;
import io.haidang.gateway.priority.Risk;
import io.haidang.gateway.queue.QueueItem;
import io.haidang.gateway.web.kit.TargetLink;
import io.haidang.gateway.web.kit.Texts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * A text in the queue, in words.
 *
 * @param waiting how long it has been in its state
 * @param due its deadline; empty for none
 * @param reasons why it is where it is, the weightiest first
 */
record QueueRow(QueueItem item, String waiting, String due, boolean overdue, List<String> reasons) {

  static QueueRow of(QueueItem item, Texts texts, Instant now) {
    return new QueueRow(
        item,
        texts.age(item.since(), now),
        item.deadline() == null ? "" : texts.time(item.deadline()),
        item.isOverdue(now),
        reasons(item, texts));
  }

  private static List<String> reasons(QueueItem item, Texts texts) {
    Risk risk = item.risk();
    List<String> reasons = new ArrayList<>();
    add(reasons, texts, "queue.why.errors", risk.errors());
    add(reasons, texts, "queue.why.unsure", risk.unsure());
    add(reasons, texts, "queue.why.names", risk.names());
    add(reasons, texts, "queue.why.warnings", risk.warnings());
    if (risk.isPublic() && risk.hours() > 0) {
      reasons.add(texts.get("queue.why.public"));
    }
    return reasons;
  }

  private static void add(List<String> reasons, Texts texts, String key, int count) {
    if (count > 0) {
      reasons.add(texts.get(key, count));
    }
  }

  Target target() {
    return item.target();
  }

  String href() {
    return TargetLink.href(target().id());
  }

  /** When it should be read. */
  String readBy(Texts texts) {
    return texts.time(item.readBy());
  }
}
