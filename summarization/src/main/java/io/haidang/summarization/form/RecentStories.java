package io.haidang.summarization.form;

import io.haidang.summarization.StoryText;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/**
 * What was found out about the stories asked for last, since a bundle asks for many forms of one.
 *
 * <p><b>Thread-safety:</b> safe for concurrent use; two that ask at once may both compute.
 */
final class RecentStories<V> {

  private static final int MOST = 4;

  private final Map<StoryText, V> known =
      new LinkedHashMap<>(MOST, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<StoryText, V> eldest) {
          return size() > MOST;
        }
      };

  V get(StoryText story, Function<StoryText, V> compute) {
    synchronized (known) {
      V found = known.get(story);
      if (found != null) {
        return found;
      }
    }
    V computed = compute.apply(story);
    synchronized (known) {
      known.put(story, computed);
    }
    return computed;
  }
}
