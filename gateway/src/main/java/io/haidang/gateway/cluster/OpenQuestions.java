package io.haidang.gateway.cluster;

import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What this node has asked others and not been told yet. To ask is harmless, so when any node is
 * lost all of it is asked again: who was to answer is not known, and need not be.
 *
 * <p><b>Thread-safety:</b> safe for concurrent use.
 */
final class OpenQuestions {

  private final Set<Question> open = ConcurrentHashMap.newKeySet();

  /** Sends a question, and again whenever a node is lost until it has an answer. */
  void ask(Question question) {
    open.add(question);
    CompletableFuture<?> unused =
        question.answer().whenComplete((answer, failure) -> open.remove(question));
    question.send();
  }

  void askAgain() {
    open.forEach(Question::send);
  }
}
