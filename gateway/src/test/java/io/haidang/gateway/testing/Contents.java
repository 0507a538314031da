package io.haidang.gateway.testing;

import io.haidang.gateway.store.Database;
import io.haidang.gateway.terms.Terminology;
import io.haidang.glossary.Glossary;
import java.util.Locale;

/** What a new database has in it; made once for each kind of database, and copied. */
enum Contents {
  /** The gateway's tables without a row. */
  TABLES {
    @Override
    void fill(Database database) {}
  },

  /**
   * The bundled official names as the first release, as at the start of a {@link SettableClock}.
   */
  NAMES {
    @Override
    void fill(Database database) {
      Terminology.open(database, Glossary.starter(), new SettableClock());
    }
  };

  /** Adds them to a database that has just got its tables. */
  abstract void fill(Database database);

  /** Such as {@code names}. */
  String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Makes a database that others are copied from, and closes it. */
  void make(String url, String user) {
    try (Database database = Database.open(url, user, "")) {
      fill(database);
    }
  }
}
