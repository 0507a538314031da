package io.haidang.gateway.clientdocs;

import io.haidang.gateway.ErrorCode;
import io.haidang.gateway.GatewayException;
import io.haidang.gateway.auth.Account;
import io.haidang.gateway.auth.ApiKey;
import io.haidang.gateway.auth.Secrets;
import io.haidang.gateway.clientterms.ClientTerms;
import io.haidang.gateway.draft.TextKind;
import io.haidang.gateway.draft.Uploads;
import io.haidang.gateway.engine.Directions;
import io.haidang.gateway.limit.Allowances;
import io.haidang.gateway.store.Database;
import io.haidang.models.LanguagePair;
import io.haidang.translation.document.DocumentFormat;
import io.haidang.translation.document.InlineCodes;
import io.haidang.translation.document.SegmentedDocument;
import io.haidang.translation.review.Role;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Takes documents of clients in, and gives translations out. A document is known to who has both
 * its id and its key, of which only the digest is stored.
 *
 * <p><b>Thread-safety:</b> safe for concurrent use. <b>Blocking:</b> SQL, and reads the document.
 */
public final class ClientDocuments {

  /** After which a document is deleted that nobody has fetched. */
  private static final Duration LIFETIME = Duration.ofDays(1);

  /** After which one is deleted that somebody has; a download may break off. */
  private static final Duration AFTER_FETCHED = Duration.ofMinutes(10);

  /** How long a new document is worth waiting for, and until when it is new. */
  private static final Duration MOMENT = Duration.ofSeconds(2);

  private static final Duration YOUNG = Duration.ofSeconds(3);

  /** Of a text, in segments; enough to tell its language. */
  private static final int BEGINNING = 20;

  private final Database database;
  private final Directions directions;
  private final Predicate<TextKind> isServed;
  private final ClientTerms terms;
  private final Allowances allowances;
  private final Consumer<UUID> scheduler;
  private final DocumentSignals signals;
  private final Clock clock;

  /**
   * The door for documents.
   *
   * @param isServed whether texts of a kind have an engine that they may reach
   * @param scheduler told of each new document
   * @param signals tell what this node has finished
   */
  public ClientDocuments(
      Database database,
      Directions directions,
      Predicate<TextKind> isServed,
      ClientTerms terms,
      Allowances allowances,
      Consumer<UUID> scheduler,
      DocumentSignals signals,
      Clock clock) {
    this.database = database;
    this.directions = directions;
    this.isServed = isServed;
    this.terms = terms;
    this.allowances = allowances;
    this.scheduler = scheduler;
    this.signals = signals;
    this.clock = clock;
  }

  /**
   * What a client has to show to ask for a document.
   *
   * @param key told this once
   */
  public record Receipt(UUID id, String key) {}

  /** The translation, and what it is. */
  @SuppressWarnings("ArrayRecordComponent") // Nobody compares them.
  public record Result(ClientDocument document, byte[] bytes) {}

  /**
   * Takes a document in, on account of a key, and has it translated.
   *
   * @throws GatewayException {@code not-permitted}, {@code unsupported-pair}, {@code
   *     quota-exceeded}, what {@link Uploads} says of its bytes, {@code wrong-state} when it is in
   *     the language that was asked for
   */
  public Receipt submit(NewDocument wanted, ApiKey key) {
    Account account = key.account();
    account.requireAny(Role.EDITOR, Role.REVIEWER);
    ClientDocument document = document(wanted, account);
    charge(document, key);
    Receipt receipt = new Receipt(document.id(), Secrets.random());
    database
        .jdbi()
        .useHandle(
            handle ->
                DocumentTable.insert(
                    handle,
                    document,
                    Secrets.digest(receipt.key()),
                    wanted.upload().bytes(),
                    document.createdAt().plus(LIFETIME)));
    scheduler.accept(document.id());
    return receipt;
  }

  private ClientDocument document(NewDocument wanted, Account owner) {
    DocumentFormat format = Uploads.format(wanted.upload());
    SegmentedDocument read =
        Uploads.read(wanted.upload(), format, wanted.source().orElse(Locale.ROOT));
    Locale source = wanted.source().orElseGet(() -> tell(read, wanted.target()));
    if (Directions.isSame(source, wanted.target())) {
      throw new GatewayException(ErrorCode.WRONG_STATE, "Source and target language are equal.");
    }
    LanguagePair pair =
        directions.nearest(
            source,
            wanted.target(),
            near -> isServed.test(new TextKind(near, format, wanted.sensitivity())));
    terms.enforcer(wanted.glossaries(), pair, owner.id()); // Refused now rather than later.
    return new ClientDocument(
        UUID.randomUUID(),
        owner.id(),
        owner.login(),
        Uploads.name(wanted.upload()),
        new TextKind(pair, format, wanted.sensitivity()),
        wanted.glossaries(),
        wanted.textDate(),
        DocumentState.QUEUED,
        0,
        read.segments().size(),
        characters(read),
        Optional.empty(),
        clock.instant());
  }

  private Locale tell(SegmentedDocument read, Locale target) {
    String beginning =
        read.segments().stream()
            .limit(BEGINNING)
            .map(InlineCodes::strip)
            .collect(Collectors.joining("\n"));
    return directions.tell(beginning, target).language();
  }

  private static long characters(SegmentedDocument read) {
    List<String> texts = read.segments().stream().map(InlineCodes::strip).toList();
    return texts.stream().mapToLong(text -> text.codePointCount(0, text.length())).sum();
  }

  private void charge(ClientDocument document, ApiKey key) {
    allowances.takeDocument(key);
    try {
      allowances.takeCharacters(key, document.characters());
    } catch (GatewayException e) {
      allowances.giveDocument(key);
      throw e;
    }
  }

  /** Says of a document that was taken in why there will be no translation. */
  public void fail(UUID id, String reason) {
    database.jdbi().useHandle(handle -> DocumentTable.fail(handle, id, reason));
  }

  /**
   * A document of {@code owner}.
   *
   * @throws GatewayException {@code not-found} without both, and for that of somebody else
   */
  public ClientDocument find(Receipt receipt, Account owner) {
    return known(receipt)
        .filter(document -> document.owner().equals(owner.id()))
        .orElseThrow(ClientDocuments::unknown);
  }

  /**
   * The same for whoever was given a link that holds id and key.
   *
   * @throws GatewayException {@code not-found} without both
   */
  public ClientDocument find(Receipt receipt) {
    return known(receipt).orElseThrow(ClientDocuments::unknown);
  }

  private Optional<ClientDocument> known(Receipt receipt) {
    Instant now = clock.instant();
    return database
        .jdbi()
        .withHandle(
            handle -> DocumentTable.find(handle, receipt.id(), Secrets.digest(receipt.key()), now));
  }

  /**
   * The same; for one that has just been handed in it waits a moment, as it may soon be done.
   *
   * @throws GatewayException {@code not-found}, as {@link #find}
   */
  public ClientDocument await(Receipt receipt, Account owner) {
    ClientDocument document = find(receipt, owner);
    Duration age = Duration.between(document.createdAt(), clock.instant());
    if (!document.state().isOpen() || age.compareTo(YOUNG) > 0) {
      return document;
    }
    signals.await(document.id(), MOMENT);
    return find(receipt, owner);
  }

  private static GatewayException unknown() {
    return new GatewayException(ErrorCode.NOT_FOUND, "document: unknown");
  }

  /**
   * The translation, which can be fetched again for ten minutes; then it is deleted.
   *
   * @throws GatewayException {@code not-found}, also before it is done
   */
  public Result fetch(Receipt receipt, Account owner) {
    return fetch(find(receipt, owner));
  }

  /** The same for whoever was given a link that holds id and key. */
  public Result fetch(Receipt receipt) {
    return fetch(find(receipt));
  }

  private Result fetch(ClientDocument document) {
    byte[] bytes =
        database
            .jdbi()
            .withHandle(handle -> DocumentTable.result(handle, document.id()))
            .orElseThrow(ClientDocuments::unknown);
    database
        .jdbi()
        .useHandle(
            handle ->
                DocumentTable.expire(handle, document.id(), clock.instant().plus(AFTER_FETCHED)));
    return new Result(document, bytes);
  }
}
