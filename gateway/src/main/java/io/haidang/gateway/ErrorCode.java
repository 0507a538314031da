package io.haidang.gateway;

/** Every failure that a user can be told about; its id is stable on the wire. */
public enum ErrorCode {
  /** The request does not have the documented form. */
  INVALID_REQUEST,
  /** The text has nothing to translate. */
  EMPTY_TEXT,
  /** The text or the request is longer than the limit. */
  TEXT_TOO_LARGE,
  /** The bytes are not UTF-8, or hold binary data. */
  NOT_TEXT,
  /** Markup is nested deeper than the limit. */
  TOO_DEEP,
  /** No document of that format is read here. */
  UNSUPPORTED_FORMAT,
  /** The content is of another format than its name or label says. */
  MISLABELLED_FILE,
  /** The file is locked with a password. */
  ENCRYPTED_FILE,
  /** The file holds macros or other programs. */
  FILE_WITH_MACROS,
  /** The file breaks off, or breaks the rules of its format. */
  DAMAGED_FILE,
  /** The file points outside of itself where only content may stand. */
  UNSAFE_FILE,
  /** The file holds changes that nobody has accepted or rejected. */
  TRACKED_CHANGES,
  /** Pages of the file are pictures, and nothing here reads them. */
  SCANNED_PAGES,
  /** The file is no list of terms, breaks off, or is over a limit. */
  UNREADABLE_GLOSSARY,
  /** An account has as many word lists of its own as it may have. */
  TOO_MANY_GLOSSARIES,
  /** The file is no TMX, or breaks off. */
  UNREADABLE_MEMORY,
  /** Not a language tag, or no language known by that tag. */
  UNKNOWN_LANGUAGE,
  /** No model translates in that direction. */
  UNSUPPORTED_PAIR,
  /** Nobody is configured who may write down a recording of that label. */
  NO_SPEECH_ENGINE,
  /** Login name and password do not go together, or the key is unknown. */
  WRONG_CREDENTIALS,
  /** Nobody is signed in. */
  NOT_SIGNED_IN,
  /** The form is too old or was not made here. */
  INVALID_CSRF_TOKEN,
  /** The role of the account does not include this. */
  NOT_PERMITTED,
  /** The approver is the author. */
  AUTHOR_CANNOT_APPROVE,
  /** The approver has proposed the change of the glossary. */
  PROPOSER_CANNOT_APPROVE,
  /** No such thing, or it may not be seen. */
  NOT_FOUND,
  /** The address does not answer to that method. */
  METHOD_NOT_ALLOWED,
  /** The body did not arrive in time. */
  REQUEST_TIMEOUT,
  /** Somebody else changed it in between; the problem carries the current version. */
  STALE_VERSION,
  /** Somebody else has the text in hand; the problem carries who, and until when. */
  TARGET_CLAIMED,
  /** The same request is being done already. */
  REQUEST_IN_PROGRESS,
  /** The key of a repeatable request came with another request before. */
  IDEMPOTENCY_KEY_REUSED,
  /** That step is not possible in the present state. */
  WRONG_STATE,
  /** Somebody signs in under that name already. */
  LOGIN_TAKEN,
  /** Others would guess that password soon. */
  GUESSABLE_PASSWORD,
  /** Nobody would be left who may keep accounts. */
  LAST_ADMINISTRATOR,
  /** The concept has changed since the proposal was made. */
  OUTDATED_PROPOSAL,
  /**
   * The product no longer says what its story says: have it made anew, or keep it by a decision.
   */
  PRODUCT_STALE,
  /** The spokesperson has not cleared the product as it is worded now. */
  NOT_CLEARED,
  /** The product was published and then taken back; the problem carries the notice. */
  WITHDRAWN,
  /** Errors are open; fix them or accept them with a reason. */
  FINDINGS_OPEN,
  /** Too many attempts or requests; wait. */
  TOO_MANY_REQUESTS,
  /** The key has used up what it may take in this month. */
  QUOTA_EXCEEDED,
  /** A program that this needs is not installed beside the server. */
  NOT_INSTALLED,
  /** More work is waiting than the models can do soon. */
  OVERLOADED,
  /** The answer would have come too late. */
  DEADLINE_EXCEEDED,
  /** A provider declines, for a reason that waiting does not mend. */
  ENGINE_REFUSED,
  /** A provider does not answer, or not so that it can be used. */
  ENGINE_UNAVAILABLE,
  /** The database does not answer, or has no room; whether the last step was done is not known. */
  DATABASE_UNAVAILABLE,
  /** The service died each time it began this, and does not begin it again by itself. */
  WORKER_CRASHED,
  /** Something broke here; the id in the answer finds it in the log. */
  INTERNAL;

  /** As it is written on the wire and in {@code docs/errors.md}, such as {@code empty-text}. */
  public String id() {
    return PublicName.of(this);
  }
}
