package io.haidang.gateway.privacy;

import io.haidang.gateway.auth.Account;
import io.haidang.gateway.auth.AccountDesk;
import io.haidang.gateway.store.ContentDigest;
import io.haidang.gateway.store.Database;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Iterator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * What the desk keeps of a person, for that person: what they have handed in, said and decided, and
 * what was noted of them. Never what others wrote, and no password or key.
 *
 * <p><b>Thread-safety:</b> safe for concurrent use. <b>Blocking:</b> SQL, and so does reading what
 * it gives.
 */
public final class OwnData {

  private static final String FILES =
      "select asset_id, number, text_digest as digest, text_name as name from asset_revision"
          + " where author_id = :account and text_digest is not null"
          + " union all select asset_id, number, media_digest, 'medium-' || media_name"
          + " from asset_revision where author_id = :account and media_digest is not null"
          + " order by asset_id, number, name";

  private final Database database;
  private final AccountDesk accounts;

  public OwnData(Database database, AccountDesk accounts) {
    this.database = database;
    this.accounts = accounts;
  }

  /**
   * Begins a ZIP file: a list for each kind of data (a JSON object a line), and the files that the
   * person has handed in. It is made while it is read, and holds no connection in between. The
   * account's history tells of it.
   *
   * @return its pieces, in order; may be read by one thread after another
   */
  public Iterator<byte[]> zip(Account account) {
    accounts.noteExport(account);
    Stream<Iterator<ZipPieces.Step>> sections =
        Section.ALL.stream().map(section -> new SectionSteps(database, section, account.id()));
    Stream<Iterator<ZipPieces.Step>> files = files(account.id()).stream();
    return new ZipPieces(new InTurn<>(Stream.concat(sections, files).iterator()));
  }

  private List<Iterator<ZipPieces.Step>> files(UUID account) {
    return database
        .jdbi()
        .withHandle(
            handle ->
                handle
                    .createQuery(FILES)
                    .bind("account", account)
                    .map((row, context) -> file(row))
                    .list());
  }

  private Iterator<ZipPieces.Step> file(ResultSet row) throws SQLException {
    String path =
        "files/%s/%d-%s"
            .formatted(
                row.getObject("asset_id", UUID.class),
                row.getInt("number"),
                fit(row.getString("name")));
    return new FileSteps(database.contents(), new ContentDigest(row.getString("digest")), path);
  }

  /** A name that leads nowhere else when the file is unpacked. */
  private static String fit(String name) {
    String plain = name.replaceAll("[^\\p{L}\\p{M}\\p{N}._ -]", "_");
    return plain.isBlank() ? "text" : plain;
  }
}
