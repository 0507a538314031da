package io.haidang.gateway.draft;

import io.haidang.gateway.ErrorCode;
import io.haidang.gateway.GatewayException;
import io.haidang.gateway.auth.Account;
import io.haidang.gateway.auth.StoryReaders;
import io.haidang.gateway.store.Database;
import io.haidang.translation.review.Role;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jdbi.v3.core.statement.Query;

/**
 * Who may see what: public and internal texts are for the whole house, secret ones for the office
 * whose story it is, for whoever answers for the story, and for administrators (in SQL: {@link
 * StoryReaders}). To all others a secret text does not exist.
 *
 * <p><b>Thread-safety:</b> safe for concurrent use. <b>Blocking:</b> SQL, but for {@link #mayRead}.
 */
public final class Visibility {

  private static final String ID = "[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}";

  /** An id of an address, and the name before it that says what it is. */
  private static final Pattern NAMED_ID = Pattern.compile("/([a-z]+)/(" + ID + ")(?=/|$)");

  private static final String STORY = "select s.id from story s where s.id = :id";
  private static final String ASSET = "select a.story_id as id from asset a where a.id = :id";
  private static final String TARGET =
      "select a.story_id as id from target t join asset a on a.id = t.asset_id where t.id = :id";

  private static final Map<String, String> STORIES =
      Map.of(
          "bundles", STORY,
          "stories", STORY,
          "assets", ASSET,
          "drafts", ASSET,
          "targets", TARGET,
          "products", TARGET,
          "library", TARGET);

  private final Database database;

  public Visibility(Database database) {
    this.database = database;
  }

  /** The rule. */
  public static boolean mayRead(Account reader, Story story) {
    return story.sensitivity() != Sensitivity.SECRET
        || reader.has(Role.ADMIN)
        || reader.office().equals(story.office())
        || reader.id().equals(story.owner().id());
  }

  /**
   * The rule in SQL; {@link #bind} says for whom.
   *
   * @param story the column that names a story
   */
  public static String condition(String story) {
    return "(:readerSeesAll = true or not exists (select 1 from story hidden where hidden.id = "
        + story
        + " and "
        + hidden("hidden")
        + "))";
  }

  /**
   * Which stories a reader may not see, in SQL; {@link #bind} says for whom.
   *
   * @param story the name of a row of stories
   */
  public static String hidden(String story) {
    String permitted =
        StoryReaders.condition(story, ":reader", ":readerOffice", ":readerSeesAll = true");
    return "(not " + permitted + ")";
  }

  /** Gives a query with {@link #condition} its reader. */
  public static Query bind(Query query, Account reader) {
    return query
        .bind("readerSeesAll", reader.has(Role.ADMIN))
        .bind("readerOffice", reader.office().name())
        .bind("reader", reader.id());
  }

  /**
   * Lets a reader pass to an address of the API or of the pages when everything that it names is
   * for them.
   *
   * @throws GatewayException {@code not-found} as if it were not there
   */
  public void requireAddress(String path, Account reader) {
    Matcher named = NAMED_ID.matcher(path);
    while (named.find()) {
      String stories = STORIES.get(named.group(1));
      if (stories != null) {
        require(stories, UUID.fromString(named.group(2)), reader);
      }
    }
  }

  /**
   * The same for a product.
   *
   * @throws GatewayException {@code not-found}
   */
  public void requireTarget(UUID target, Account reader) {
    require(TARGET, target, reader);
  }

  private void require(String stories, UUID id, Account reader) {
    String hidden =
        "select count(*) from (" + stories + ") known where not " + condition("known.id");
    boolean isHidden =
        database
                .jdbi()
                .withHandle(
                    handle ->
                        bind(handle.createQuery(hidden), reader)
                            .bind("id", id)
                            .mapTo(Integer.class)
                            .one())
            > 0;
    if (isHidden) {
      throw new GatewayException(ErrorCode.NOT_FOUND, "id: unknown");
    }
  }

  /** Those of some products that are not for a reader. */
  public Set<UUID> hidden(Collection<UUID> targets, Account reader) {
    if (targets.isEmpty()) {
      return Set.of();
    }
    return database
        .jdbi()
        .withHandle(
            handle ->
                new HashSet<>(
                    bind(
                            handle
                                .createQuery(
                                    "select t.id from target t join asset a on a.id = t.asset_id"
                                        + " where t.id in (<targets>) and not "
                                        + condition("a.story_id"))
                                .bindList("targets", Set.copyOf(targets)),
                            reader)
                        .mapTo(UUID.class)
                        .list()));
  }
}
