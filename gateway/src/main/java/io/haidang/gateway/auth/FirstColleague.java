package io.haidang.gateway.auth;

import io.haidang.translation.review.Role;
import java.util.Locale;

/**
 * Whom a new desk needs beside its administrator: nobody approves an own text, nor an own proposal
 * for the official names.
 */
enum FirstColleague {
  EDITOR("Biên tập viên", Role.EDITOR),
  REVIEWER("Người duyệt", Role.REVIEWER),
  TERMINOLOGIST("Chuyên viên thuật ngữ", Role.TERMINOLOGIST);

  private final String displayName;
  private final Role role;

  FirstColleague(String displayName, Role role) {
    this.displayName = displayName;
    this.role = role;
  }

  String login() {
    return name().toLowerCase(Locale.ROOT);
  }

  String displayName() {
    return displayName;
  }

  Role role() {
    return role;
  }
}
