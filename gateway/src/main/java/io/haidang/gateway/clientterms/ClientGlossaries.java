package io.haidang.gateway.clientterms;

import io.haidang.gateway.ErrorCode;
import io.haidang.gateway.GatewayException;
import io.haidang.gateway.auth.AccountLock;
import io.haidang.gateway.clientterms.ClientGlossary.Direction;
import io.haidang.gateway.draft.TextField;
import io.haidang.gateway.store.Database;
import io.haidang.glossary.io.WordPair;
import io.haidang.models.LanguagePair;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/**
 * Word lists that clients keep here. A list belongs to an account; for everybody else there is no
 * such list.
 *
 * <p><b>Thread-safety:</b> safe for concurrent use. <b>Blocking:</b> SQL; never call it on an event
 * loop.
 */
public final class ClientGlossaries {

  /** Of one account. */
  public static final int MOST = 1000;

  /** Bytes of UTF-8 that the words of one glossary may have. */
  public static final long LARGEST = 10 << 20;

  /** Word pairs of one glossary, which take a kilobyte each once they are compiled. */
  public static final int MOST_ENTRIES = 200_000;

  /** Bytes of UTF-8. */
  private static final int LONGEST_NAME = 1024;

  private final Database database;
  private final Clock clock;

  public ClientGlossaries(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /**
   * Stores a new one.
   *
   * @param dictionaries each direction once
   * @throws GatewayException {@code invalid-request} for a name or dictionaries that cannot be;
   *     {@code text-too-large} when they are too large together; {@code too-many-glossaries}
   */
  public ClientGlossary create(UUID owner, String name, List<ClientDictionary> dictionaries) {
    String checked = checkedName(name);
    requireDistinct(dictionaries);
    dictionaries.forEach(ClientGlossaries::requireWords);
    requireRoom(
        dictionaries.stream().mapToLong(ClientDictionary::bytes).sum(),
        dictionaries.stream().mapToInt(dictionary -> dictionary.entries().size()).sum());
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    UUID id = UUID.randomUUID();
    return database
        .jdbi()
        .inTransaction(
            handle -> {
              AccountLock.take(handle, owner);
              if (ClientGlossaryTable.count(handle, owner) >= MOST) {
                throw new GatewayException(
                    ErrorCode.TOO_MANY_GLOSSARIES, "glossaries: " + MOST + " (expected: fewer)");
              }
              ClientGlossaryTable.insert(handle, id, owner, checked, now);
              dictionaries.forEach(
                  dictionary -> ClientGlossaryTable.putDictionary(handle, id, dictionary));
              return find(handle, id, owner);
            });
  }

  /** All of an account, the oldest first. */
  public List<ClientGlossary> list(UUID owner) {
    return database.jdbi().withHandle(handle -> ClientGlossaryTable.ofOwner(handle, owner));
  }

  /**
   * One of an account.
   *
   * @throws GatewayException {@code not-found}
   */
  public ClientGlossary find(UUID id, UUID owner) {
    return database.jdbi().withHandle(handle -> find(handle, id, owner));
  }

  private static ClientGlossary find(Handle handle, UUID id, UUID owner) {
    return ClientGlossaryTable.find(handle, id)
        .filter(glossary -> glossary.owner().equals(owner))
        .orElseThrow(() -> new GatewayException(ErrorCode.NOT_FOUND, "Glossary not found"));
  }

  /**
   * The words of one direction.
   *
   * @throws GatewayException {@code not-found} when there is no such glossary or direction
   */
  public ClientDictionary dictionary(UUID id, UUID owner, LanguagePair pair) {
    return database.jdbi().withHandle(handle -> dictionary(handle, find(handle, id, owner), pair));
  }

  private static ClientDictionary dictionary(
      Handle handle, ClientGlossary glossary, LanguagePair pair) {
    return stored(handle, glossary, pair)
        .orElseThrow(() -> new GatewayException(ErrorCode.NOT_FOUND, "Dictionary not found"));
  }

  private static Optional<ClientDictionary> stored(
      Handle handle, ClientGlossary glossary, LanguagePair pair) {
    return glossary
        .serving(pair)
        .flatMap(
            direction ->
                ClientGlossaryTable.entries(handle, glossary.id(), direction.pair())
                    .map(entries -> new ClientDictionary(direction.pair(), entries)));
  }

  /** What a direction had when {@code glossary} was read, or what took its place since. */
  List<WordPair> entries(ClientGlossary glossary, Direction direction) {
    return dictionary(glossary.id(), glossary.owner(), direction.pair()).entries();
  }

  /**
   * Changes the name, and adds words: of a source that is there already the new target counts.
   *
   * @param name null to leave it
   * @param dictionaries to be merged, each direction once; perhaps none
   * @throws GatewayException as {@link #create}; {@code not-found}
   */
  public ClientGlossary change(
      UUID id, UUID owner, Optional<String> name, List<ClientDictionary> dictionaries) {
    Optional<String> checked = name.map(ClientGlossaries::checkedName);
    requireDistinct(dictionaries);
    return changing(
        id,
        owner,
        (handle, glossary) -> {
          checked.ifPresent(text -> ClientGlossaryTable.rename(handle, id, text));
          for (ClientDictionary added : dictionaries) {
            ClientDictionary merged =
                stored(handle, glossary, added.pair())
                    .map(present -> present.with(added.entries()))
                    .orElse(added);
            put(handle, id, owner, merged);
          }
        });
  }

  /** Has {@code dictionary} stand for whatever its direction had; it may have had nothing. */
  public ClientGlossary replace(UUID id, UUID owner, ClientDictionary dictionary) {
    return changing(id, owner, (handle, glossary) -> put(handle, id, owner, dictionary));
  }

  private static void put(Handle handle, UUID id, UUID owner, ClientDictionary dictionary) {
    requireWords(dictionary);
    List<Direction> others =
        find(handle, id, owner).directions().stream()
            .filter(direction -> !direction.pair().equals(dictionary.pair()))
            .toList();
    requireRoom(
        others.stream().mapToLong(Direction::bytes).sum() + dictionary.bytes(),
        others.stream().mapToInt(Direction::entries).sum() + dictionary.entries().size());
    ClientGlossaryTable.putDictionary(handle, id, dictionary);
  }

  /** Takes a direction out; the glossary stays, even without any. */
  public ClientGlossary remove(UUID id, UUID owner, LanguagePair pair) {
    return changing(
        id,
        owner,
        (handle, glossary) -> {
          dictionary(handle, glossary, pair);
          ClientGlossaryTable.deleteDictionary(handle, id, ClientDictionary.base(pair));
        });
  }

  public void delete(UUID id, UUID owner) {
    database
        .jdbi()
        .useTransaction(
            handle -> {
              ClientGlossaryTable.lock(handle, id);
              find(handle, id, owner);
              ClientGlossaryTable.delete(handle, id);
            });
  }

  private ClientGlossary changing(UUID id, UUID owner, Change change) {
    return database
        .jdbi()
        .inTransaction(
            handle -> {
              ClientGlossaryTable.lock(handle, id);
              change.make(handle, find(handle, id, owner));
              return find(handle, id, owner);
            });
  }

  /** What happens to a glossary while nobody else changes it. */
  @FunctionalInterface
  private interface Change {
    void make(Handle handle, ClientGlossary glossary);
  }

  private static String checkedName(String name) {
    String text = TextField.require("name", name.strip(), LONGEST_NAME);
    int bytes = text.getBytes(StandardCharsets.UTF_8).length;
    if (bytes == 0 || bytes > LONGEST_NAME) {
      throw new GatewayException(
          ErrorCode.INVALID_REQUEST,
          "name: " + bytes + " bytes (expected: 1 to " + LONGEST_NAME + ")");
    }
    return text;
  }

  private static void requireDistinct(List<ClientDictionary> dictionaries) {
    Set<LanguagePair> seen = new HashSet<>();
    for (ClientDictionary dictionary : dictionaries) {
      if (!seen.add(dictionary.pair())) {
        throw new GatewayException(
            ErrorCode.INVALID_REQUEST,
            "dictionaries: " + dictionary.pair() + " twice (expected: each direction once)");
      }
    }
  }

  private static void requireWords(ClientDictionary dictionary) {
    LanguagePair pair = dictionary.pair();
    if (pair.source().equals(pair.target())) {
      throw new GatewayException(
          ErrorCode.INVALID_REQUEST,
          "target_lang: " + pair.target() + " (expected: another language than source_lang)");
    }
    if (dictionary.entries().isEmpty()) {
      throw new GatewayException(
          ErrorCode.INVALID_REQUEST, "entries: none (expected: at least one)");
    }
  }

  private static void requireRoom(long bytes, int entries) {
    if (bytes > LARGEST || entries > MOST_ENTRIES) {
      throw new GatewayException(
          ErrorCode.TEXT_TOO_LARGE,
          "entries: %d of %d bytes (expected: at most %d of %d bytes a glossary)"
              .formatted(entries, bytes, MOST_ENTRIES, LARGEST));
    }
  }
}
