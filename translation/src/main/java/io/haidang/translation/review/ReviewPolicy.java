package io.haidang.translation.review;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/**
 * Who may do what with a translation.
 *
 * <p>Roles do not include each other: an administrator who is no reviewer approves nothing. Nobody
 * approves a text that they submitted, or a translation that they handed in again after it was sent
 * back, whatever roles they hold. Who reads a text for the first time as its reviewer may put it
 * right and sign it off: the machine, or the author, is the other pair of eyes.
 *
 * <p><b>Thread-safety:</b> immutable. <b>Blocking:</b> no I/O.
 */
public final class ReviewPolicy {

  /** The answer; {@link #ALLOWED} or the first reason against. */
  public enum Verdict {
    ALLOWED,
    /** The action does not exist in this state. */
    WRONG_STATE,
    /** None of the roles allows it. */
    NOT_PERMITTED,
    /** The author may not sign off the own text. */
    AUTHOR_CANNOT_APPROVE
  }

  private ReviewPolicy() {}

  /**
   * Judges one action of a person.
   *
   * @param roles of the person
   * @param isAuthor whether the person submitted the draft, or handed the translation in last
   */
  public static Verdict judge(
      TargetAction action, TargetState state, Set<Role> roles, boolean isAuthor) {
    if (Collections.disjoint(roles, rolesFor(action))) {
      return Verdict.NOT_PERMITTED;
    }
    if (action.from(state).isEmpty()) {
      return Verdict.WRONG_STATE;
    }
    if ((action == TargetAction.APPROVE || action == TargetAction.KEEP) && isAuthor) {
      return Verdict.AUTHOR_CANNOT_APPROVE;
    }
    return Verdict.ALLOWED;
  }

  /** The roles of which one is needed; empty for what only the system does. */
  public static Set<Role> rolesFor(TargetAction action) {
    return switch (action) {
      case EDIT, RESUBMIT, RETRY, PUBLISH, REMAKE -> EnumSet.of(Role.EDITOR, Role.REVIEWER);
      case APPROVE, REQUEST_CHANGES, REJECT, KEEP, WITHDRAW -> EnumSet.of(Role.REVIEWER);
      case CORRECT -> EnumSet.of(Role.TERMINOLOGIST);
      case TRANSLATE, FAIL, SUBMIT_FOR_REVIEW, SUPERSEDE -> EnumSet.noneOf(Role.class);
    };
  }
}
