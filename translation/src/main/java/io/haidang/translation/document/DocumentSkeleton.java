package io.haidang.translation.document;

import java.util.List;
import java.util.Locale;

/** What is left of a document when its text is taken out. */
interface DocumentSkeleton {

  /** The text units, with inline codes, in reading order. */
  List<String> units();

  /** The document with each unit replaced; {@code texts} has the size of {@link #units()}. */
  String merge(List<String> texts, Locale language);
}
