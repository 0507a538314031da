package io.haidang.gateway.terms;

import io.haidang.gateway.draft.StoryTable;
import io.haidang.gateway.store.Database;
import io.haidang.glossary.enforce.TermEnforcer;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * The official names for a story.
 *
 * <p><b>Thread-safety:</b> safe for concurrent use. <b>Blocking:</b> SQL.
 */
@FunctionalInterface
public interface StoryNames {

  /** The release that holds for everything of a story. */
  TermEnforcer of(UUID story);

  /**
   * The release that was the latest when the first product of a story was begun, whatever was
   * approved since: all its products name things alike, and one that was broken off goes on with
   * the names that it began with.
   */
  static StoryNames released(Database database, ReleasedGlossary released) {
    return story -> {
      OptionalInt latest = OptionalInt.of(released.number());
      OptionalInt own =
          database.jdbi().inTransaction(handle -> StoryTable.release(handle, story, latest));
      return own.isPresent() ? released.at(own.getAsInt()) : released.get();
    };
  }

  /** A list that is no release. */
  static StoryNames always(Supplier<TermEnforcer> terms) {
    return story -> terms.get();
  }
}
