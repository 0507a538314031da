package io.haidang.gateway.auth;

/**
 * Who may read a story, in SQL: everybody, unless it is secret; then its office, whoever answers
 * for it, and administrators.
 */
public final class StoryReaders {

  private StoryReaders() {}

  /**
   * The condition that an account may read a story.
   *
   * @param story the name of a row of stories
   * @param account the name of a row of accounts
   */
  public static String condition(String story, String account) {
    return condition(
        story, account + ".id", account + ".office", account + ".roles like '%ADMIN%'");
  }

  /**
   * The same for a reader who is no row.
   *
   * @param reader expression for the id of the account
   * @param office expression for its office
   * @param seesAll condition that it is an administrator's
   */
  public static String condition(String story, String reader, String office, String seesAll) {
    return "(%1$s.sensitivity <> 'SECRET' or %1$s.office = %2$s or %1$s.owner_id = %3$s or %4$s)"
        .formatted(story, office, reader, seesAll);
  }
}
