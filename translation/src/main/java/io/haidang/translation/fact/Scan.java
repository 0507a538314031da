package io.haidang.translation.fact;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One segment while its facts are collected; what a fact was read from is taken. Not thread-safe.
 */
final class Scan {

  private final String given;
  private final NfcText composed;
  private final int segment;
  private final BitSet taken = new BitSet();
  private final BitSet named = new BitSet();
  private @Nullable Boolean figure;
  private @Nullable String small;
  private final List<Fact> facts = new ArrayList<>();

  Scan(String given, int segment) {
    this.given = given;
    this.composed = NfcText.of(given);
    this.segment = segment;
  }

  /** In composed form; all offsets here count in it. */
  String text() {
    return composed.text();
  }

  boolean hasFigure() {
    if (figure == null) {
      figure = text().chars().anyMatch(Character::isDigit);
    }
    return figure;
  }

  /** Whether the text has these small letters, in whatever case. */
  boolean has(String letters) {
    if (small == null) {
      small = text().toLowerCase(Locale.ROOT);
    }
    return small.contains(letters);
  }

  boolean isFree(int start, int end) {
    int next = taken.nextSetBit(start);
    return next < 0 || next >= end;
  }

  /** Reads a fact and takes its place, unless that is taken. */
  void add(FactKind kind, String value, int start, int end) {
    add(kind, value, Precision.EXACT, true, start, end);
  }

  void add(FactKind kind, String value, Precision precision, boolean firm, int start, int end) {
    if (isFree(start, end)) {
      taken.set(start, end);
      note(kind, value, precision, firm, start, end);
    }
  }

  /** Reads a fact, and leaves its place to others. */
  void note(FactKind kind, String value, Precision precision, boolean firm, int start, int end) {
    var span = composed.given(start, end);
    facts.add(new Fact(kind, value, precision, firm, segment, span, span.of(given)));
  }

  void take(int start, int end) {
    taken.set(start, end);
  }

  /** Tells the readers of names that these words are accounted for. */
  void name(int start, int end) {
    named.set(start, end);
  }

  boolean isNamed(int start, int end) {
    int next = named.nextSetBit(start);
    return next >= 0 && next < end;
  }

  /** In reading order. */
  List<Fact> facts() {
    facts.sort(Comparator.comparingInt((Fact fact) -> fact.span().start()));
    return List.copyOf(facts);
  }
}
