package io.haidang.translation.memory;

import io.haidang.translation.document.CodedText;
import io.haidang.translation.document.CodedText.Code;
import io.haidang.translation.memory.MemoryMatch.Kind;
import io.haidang.translation.memory.MemoryMatch.Penalty;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Says how like an entry is to what is asked for, and what its target becomes. Immutable. */
final class MatchMaker {

  private final MemoryQuery query;
  private final MemoryText asked;

  MatchMaker(MemoryQuery query) {
    this.query = query;
    this.asked = MemoryText.of(query.source(), query.pair().source());
  }

  /** Empty when the entry is not like enough, or not to be seen. */
  Optional<MemoryMatch> match(MemoryEntry entry) {
    boolean isVisible = entry.pair().equals(query.pair()) && query.labels().contains(entry.label());
    return isVisible
        ? compared(entry).map(this::penalised).filter(match -> match.score() >= query.least())
        : Optional.empty();
  }

  private Optional<MemoryMatch> compared(MemoryEntry entry) {
    MemoryText source = MemoryText.of(entry.source(), query.pair().source());
    boolean sameCodes = source.hasCodesOf(asked);
    if (source.canonical().equals(asked.canonical())) {
      return Optional.of(sameCodes ? exact(entry, source) : otherCodes(entry, source));
    }
    if (sameCodes && source.template().equals(asked.template())) {
      Optional<MemoryMatch> match = substituted(entry, source);
      if (match.isPresent()) {
        return match;
      }
    }
    int score = EditDistance.score(source.words(), asked.words(), query.least());
    int most = Math.min(score, MemoryMatch.NEAR_SCORE);
    return most < query.least()
        ? Optional.empty()
        : Optional.of(match(entry, Kind.FUZZY, most, target(entry, source), List.of()));
  }

  private MemoryMatch exact(MemoryEntry entry, MemoryText source) {
    boolean inContext =
        isSame(entry.before(), query.before()) && isSame(entry.after(), query.after());
    String target = target(entry, source);
    return inContext
        ? match(entry, Kind.IN_CONTEXT, MemoryMatch.IN_CONTEXT_SCORE, target, List.of())
        : match(entry, Kind.EXACT, MemoryMatch.EXACT_SCORE, target, List.of());
  }

  private MemoryMatch otherCodes(MemoryEntry entry, MemoryText source) {
    String target = target(entry, source);
    return match(entry, Kind.OTHER_CODES, MemoryMatch.NEAR_SCORE, target, List.of());
  }

  private static boolean isSame(@Nullable String one, @Nullable String other) {
    return one != null
        && other != null
        && SegmentKey.canonical(one).equals(SegmentKey.canonical(other));
  }

  private Optional<MemoryMatch> substituted(MemoryEntry entry, MemoryText source) {
    return FigureSubstitution.of(source, asked, target(entry, source), query.pair())
        .map(
            found ->
                match(
                    entry,
                    found.substitutions().isEmpty() ? Kind.FUZZY : Kind.SUBSTITUTED,
                    MemoryMatch.NEAR_SCORE,
                    found.target(),
                    found.substitutions()));
  }

  private static MemoryMatch match(
      MemoryEntry entry,
      Kind kind,
      int score,
      String target,
      List<MemoryMatch.Substitution> substitutions) {
    return new MemoryMatch(entry, kind, score, target, substitutions, List.of());
  }

  private MemoryMatch penalised(MemoryMatch match) {
    MemoryMatch judged = match;
    if (match.entry().origin().kind() == MemoryOrigin.Kind.IMPORTED) {
      judged = judged.with(Penalty.UNKNOWN_ORIGIN);
    }
    String domain = match.entry().domain();
    if (!domain.isEmpty() && !domain.equals(query.domain())) {
      judged = judged.with(Penalty.OTHER_DOMAIN);
    }
    return judged;
  }

  /** The entry's target with the codes of what is asked for, or none when these are others. */
  private String target(MemoryEntry entry, MemoryText source) {
    CodedText target = CodedText.parse(entry.target());
    if (!source.hasCodesOf(asked)) {
      return target.plain();
    }
    Map<Integer, Integer> ids = new HashMap<>();
    for (int i = 0; i < source.coded().codes().size(); i++) {
      ids.put(source.coded().codes().get(i).id(), asked.coded().codes().get(i).id());
    }
    List<Code> codes = new ArrayList<>();
    for (Code code : target.codes()) {
      Integer id = ids.get(code.id());
      if (id != null) {
        codes.add(new Code(code.kind(), id, code.offset()));
      }
    }
    return CodedText.write(target.plain(), codes);
  }
}
