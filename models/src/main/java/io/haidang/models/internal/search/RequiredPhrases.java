package io.haidang.models.internal.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Phrases that an output must contain as whole words, each in one of several wordings and as often
 * as listed. Immutable.
 *
 * <p>A wording counts where the output spells it as the tokenizer would, with a capital or without;
 * a longer phrase never counts for a shorter one inside it.
 */
public final class RequiredPhrases {

  /** Progress keeps one bit for each. */
  private static final int MOST = Long.SIZE - 1;

  private final PhraseTrie trie;
  private final PieceEdges edges;
  private final int[] worth;

  private RequiredPhrases(PhraseTrie trie, PieceEdges edges, int[] worth) {
    this.trie = trie;
    this.edges = edges;
    this.worth = worth;
  }

  /**
   * Takes those phrases that the vocabulary can spell; of more than {@value #MOST}, the first.
   *
   * @param wordings of each phrase, the best first
   */
  public static RequiredPhrases of(List<List<String>> wordings, Pieces pieces, PieceEdges edges) {
    List<List<PhraseSpelling>> phrases =
        wordings.stream()
            .map(phrase -> spellings(phrase, pieces))
            .filter(spellings -> !spellings.isEmpty())
            .limit(MOST)
            // What could be of two phrases counts for the one with fewer forms.
            .sorted(Comparator.comparingInt(List::size))
            .toList();
    PhraseTrie trie = new PhraseTrie(phrases.size());
    int[] worth = phrases.stream().mapToInt(all -> all.get(0).tokens().size()).toArray();
    for (int i = 0; i < worth.length; i++) {
      for (PhraseSpelling spelling : phrases.get(i)) {
        trie.add(i, spelling, worth[i]);
      }
    }
    return new RequiredPhrases(trie, edges, worth);
  }

  private static List<PhraseSpelling> spellings(List<String> wordings, Pieces pieces) {
    return wordings.stream()
        .flatMap(wording -> PhraseSpelling.of(wording, pieces).stream())
        .toList();
  }

  /** Phrases that are required. */
  public int count() {
    return worth.length;
  }

  /** Tokens of all phrases in their best wordings. */
  public int tokenCount() {
    return Arrays.stream(worth).sum();
  }

  PhraseProgress start() {
    return PhraseProgress.start((1L << count()) - 1);
  }

  PhraseProgress after(PhraseProgress progress, int token) {
    return PhraseReader.read(trie, edges, progress, token);
  }

  /** The progress of an output that ends here. */
  PhraseProgress ended(PhraseProgress progress) {
    return PhraseReader.end(trie, edges, progress);
  }

  /** Whether a phrase that the output ends in stays one when {@code token} follows. */
  boolean letsStand(PhraseProgress progress, int token) {
    boolean endsHere =
        progress.heldDepth() > 0 && progress.heldDepth() == trie.depth(progress.node());
    return !endsHere || edges.parts(progress.last(), token);
  }

  /** Tokens of the phrases that are written, a begun one's included: 0 to all of them. */
  int met(PhraseProgress progress) {
    int written =
        IntStream.range(0, worth.length)
            .filter(phrase -> (progress.open() & 1L << phrase) == 0)
            .map(phrase -> worth[phrase])
            .sum();
    int begun = trie.credit(progress.node(), progress.open());
    return progress.held() < 0
        ? written + begun
        : Math.max(written, written - worth[progress.held()] + begun);
  }

  /** Tokens that go on with an open phrase or, between phrases, begin one. */
  int[] next(PhraseProgress progress) {
    int[] onward = trie.onward(progress.node(), progress.open());
    boolean between =
        progress.node() == PhraseTrie.ROOT || progress.heldDepth() == trie.depth(progress.node());
    if (onward.length > 0 && !between) {
      return onward;
    }
    List<Integer> all = new ArrayList<>();
    if (progress.node() != PhraseTrie.ROOT) {
      Arrays.stream(onward).forEach(all::add);
    }
    int last = progress.last();
    for (int token : trie.beginnings(progress.open(), edges.endsSentence(last))) {
      if (edges.wordMayStart(last, token) && !edges.doublesSpace(last, token)) {
        all.add(token);
      }
    }
    return all.stream().mapToInt(Integer::intValue).distinct().toArray();
  }
}
