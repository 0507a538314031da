package io.haidang.gateway.inbox;

import io.haidang.gateway.events.Occasion;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

/** How people want to be told, in SQL. */
final class SettingsTable {

  private SettingsTable() {}

  static InboxSettings read(Handle handle, UUID account) {
    Map<Occasion, Way> ways = new EnumMap<>(Occasion.class);
    handle
        .createQuery("select occasion, way from notification_choice where account_id = :account")
        .bind("account", account)
        .map(
            (row, context) ->
                Map.entry(
                    Occasion.valueOf(row.getString("occasion")), Way.valueOf(row.getString("way"))))
        .forEach(choice -> ways.put(choice.getKey(), choice.getValue()));
    return new InboxSettings(ways, address(handle, account));
  }

  static @Nullable MailAddress address(Handle handle, UUID account) {
    return handle
        .createQuery("select * from mail_address where account_id = :account")
        .bind("account", account)
        .map(
            (row, context) ->
                new MailAddress(
                    row.getString("address"),
                    Pace.valueOf(row.getString("pace")),
                    Locale.forLanguageTag(row.getString("language"))))
        .findOne()
        .orElse(null);
  }

  /** Replaces what was chosen before. */
  static void write(Handle handle, UUID account, InboxSettings settings) {
    handle.execute("delete from notification_choice where account_id = ?", account);
    PreparedBatch choices =
        handle.prepareBatch(
            "insert into notification_choice (account_id, occasion, way)"
                + " values (:account, :occasion, :way)");
    settings
        .all()
        .forEach(
            (occasion, way) ->
                choices
                    .bind("account", account)
                    .bind("occasion", occasion.name())
                    .bind("way", way.name())
                    .add());
    choices.execute();
    handle.execute("delete from mail_address where account_id = ?", account);
    MailAddress mail = settings.mail();
    if (mail != null) {
      handle.execute(
          "insert into mail_address (account_id, address, pace, language) values (?, ?, ?, ?)",
          account,
          mail.address(),
          mail.pace().name(),
          mail.language().toLanguageTag());
    }
  }
}
