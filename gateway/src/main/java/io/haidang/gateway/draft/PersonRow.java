package io.haidang.gateway.draft;

import io.haidang.gateway.auth.Account;
import io.haidang.gateway.auth.Office;
import io.haidang.translation.review.Role;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Whoever a row of another table names: joined as {@code u}. */
final class PersonRow {

  static final String COLUMNS =
      " u.id as person, u.login, u.display_name, u.roles, u.office as person_office";

  private PersonRow() {}

  static Account account(ResultSet row) throws SQLException {
    Set<Role> roles =
        Arrays.stream(row.getString("roles").split(",", -1))
            .map(Role::valueOf)
            .collect(Collectors.toSet());
    return new Account(
        row.getObject("person", UUID.class),
        row.getString("login"),
        row.getString("display_name"),
        new Office(row.getString("person_office")),
        roles);
  }
}
