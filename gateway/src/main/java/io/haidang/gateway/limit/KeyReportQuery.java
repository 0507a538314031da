package io.haidang.gateway.limit;

import io.haidang.gateway.limit.KeyReport.By;
import io.haidang.gateway.limit.KeyReport.Line;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Adds up what keys have taken, and what the calls to providers have cost. */
final class KeyReportQuery {

  /** How the books call the work of a key; {@link #work}. */
  private static final String WORK = "key ";

  private static final String USE =
      "with taken as (select key_id, sum(requests) as requests, sum(characters) as characters,"
          + " sum(documents) as documents from key_use"
          + " where used_on >= :first and used_on <= :last group by key_id)";

  private static final String BY_KEY =
      USE
          + ", spent as (select work, count(*) as calls, sum(cost_micros) as cost"
          + " from provider_call where at >= :from and at < :to and work like :works group by work)"
          + " select k.name as name, a.login as login, a.office as office, t.requests,"
          + " t.characters, t.documents, s.calls, s.cost from taken t"
          + " join api_key k on k.id = t.key_id join account a on a.id = k.account_id"
          + " left join spent s on s.work = concat(:work, cast(k.id as varchar(36)))"
          + " order by t.characters desc, a.login, k.created_at";

  private static final String BY_OFFICE =
      USE
          + ", used as (select a.office as office, sum(t.requests) as requests,"
          + " sum(t.characters) as characters, sum(t.documents) as documents from taken t"
          + " join api_key k on k.id = t.key_id join account a on a.id = k.account_id"
          + " group by a.office), spent as (select a.office as office, count(*) as calls,"
          + " sum(p.cost_micros) as cost from provider_call p join account a on a.login = p.account"
          + " where p.at >= :from and p.at < :to group by a.office)"
          + " select '' as name, '' as login, o.office as office, u.requests, u.characters,"
          + " u.documents, s.calls, s.cost from (select distinct office from account) o"
          + " left join used u on u.office = o.office left join spent s on s.office = o.office"
          + " where u.office is not null or s.office is not null"
          + " order by coalesce(u.characters, 0) desc, o.office";

  private KeyReportQuery() {}

  /** What calls on behalf of a waiting key are booked as. */
  static String work(UUID key) {
    return WORK + key;
  }

  static List<Line> run(Handle handle, LocalDate from, LocalDate to, By by) {
    return handle
        .createQuery(by == By.KEY ? BY_KEY : BY_OFFICE)
        .bind("first", from)
        .bind("last", to)
        .bind("from", from.atStartOfDay().atOffset(ZoneOffset.UTC))
        .bind("to", to.plusDays(1).atStartOfDay().atOffset(ZoneOffset.UTC))
        .bind("work", WORK)
        .bind("works", WORK + "%")
        .map(
            (row, context) ->
                new Line(
                    row.getString("name"),
                    row.getString("login"),
                    row.getString("office"),
                    new KeyUse(
                        row.getLong("requests"),
                        row.getLong("characters"),
                        row.getLong("documents")),
                    row.getLong("calls"),
                    row.getLong("cost")))
        .list();
  }
}
