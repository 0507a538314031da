package io.haidang.gateway.clientterms;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.haidang.gateway.ErrorCode;
import io.haidang.gateway.GatewayException;
import io.haidang.gateway.clientterms.ClientGlossary.Direction;
import io.haidang.glossary.Concept;
import io.haidang.glossary.Glossary;
import io.haidang.glossary.GlossaryRelease;
import io.haidang.glossary.Term;
import io.haidang.glossary.TermStatus;
import io.haidang.glossary.enforce.TermEnforcer;
import io.haidang.glossary.io.WordPair;
import io.haidang.models.LanguagePair;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Keeps the dictionaries that were used lately compiled, by their content: a new release of the
 * official names compiles none of them anew, and equal lists of two clients are compiled once.
 */
final class CompiledTerms implements ClientTerms {

  /** Of the heap, for compiled words: an eighth. */
  private static final int SHARE = 8;

  private static final int MOST_KILOBYTES =
      (int) Math.min(Integer.MAX_VALUE, (Runtime.getRuntime().maxMemory() / SHARE) >> 10);

  /** Of a digest, as part of a name: 64 bits. */
  private static final int SHORT = 16;

  private final ClientGlossaries glossaries;
  private final Supplier<TermEnforcer> official;
  private final Cache<Key, Glossary> compiled =
      Caffeine.newBuilder()
          .maximumWeight(MOST_KILOBYTES)
          .weigher((Key key, Glossary words) -> key.kilobytes())
          .build();

  CompiledTerms(ClientGlossaries glossaries, Supplier<TermEnforcer> official) {
    this.glossaries = glossaries;
    this.official = official;
  }

  /**
   * What a compiled dictionary depends on.
   *
   * @param pair because one list may serve two directions
   */
  private record Key(String digest, LanguagePair pair, int entries, long bytes) {

    /** Measured: 1.2 kB for an entry of 48 bytes, in which each byte takes 18. */
    private static final int ENTRY = 400;

    private static final int BYTE = 18;

    /** The largest list fits alone, or it would be compiled for each request. */
    int kilobytes() {
      return (int) Math.min(MOST_KILOBYTES, 1 + ((long) ENTRY * entries + BYTE * bytes) / 1000);
    }

    String name() {
      return digest.substring(0, SHORT);
    }
  }

  @Override
  public TermEnforcer enforcer(List<UUID> ids, LanguagePair pair, UUID owner) {
    TermEnforcer names = official.get();
    if (ids.isEmpty()) {
      return names;
    }
    List<Glossary> lists = new ArrayList<>();
    lists.add(names.glossary());
    for (UUID id : ids) {
      lists.add(words(glossaries.find(id, owner), pair));
    }
    String release =
        lists.stream().map(list -> list.release().value()).collect(Collectors.joining("+"));
    return new TermEnforcer(Glossary.joined(new GlossaryRelease(release), lists));
  }

  private Glossary words(ClientGlossary glossary, LanguagePair pair) {
    Direction direction =
        glossary
            .serving(pair)
            .orElseThrow(
                () ->
                    new GatewayException(
                        ErrorCode.INVALID_REQUEST,
                        "No dictionary found for language pair (expected: one of the glossary)"));
    Key key = new Key(direction.digest(), direction.pair(), direction.entries(), direction.bytes());
    return compiled.get(key, unused -> compile(key, glossaries.entries(glossary, direction)));
  }

  private static Glossary compile(Key key, List<WordPair> entries) {
    Locale source = key.pair().source();
    Locale target = key.pair().target();
    List<Concept> concepts = new ArrayList<>(entries.size());
    for (WordPair entry : entries) {
      concepts.add(
          Concept.builder(key.name() + "-" + concepts.size())
              .term(new Term(source, entry.source(), TermStatus.PREFERRED))
              .term(new Term(target, entry.target(), TermStatus.PREFERRED))
              .build());
    }
    return Glossary.of(new GlossaryRelease(key.name()), concepts);
  }
}
