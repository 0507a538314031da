package io.haidang.translation.document.inplace;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Changes to a text, all at places in the text as it was; two never overlap. Not thread-safe. */
public final class Edits {

  private record Edit(int start, int end, String replacement) {}

  private final List<Edit> edits = new ArrayList<>();

  /** Replaces a range of the text. */
  public void replace(int start, int end, String replacement) {
    edits.add(new Edit(start, end, replacement));
  }

  /** Adds something; what is added at one place keeps its order. */
  public void insert(int at, String addition) {
    replace(at, at, addition);
  }

  /** The text with all changes made. */
  public String apply(String text) {
    edits.sort(Comparator.comparingInt(Edit::start));
    StringBuilder changed = new StringBuilder(text.length() + text.length() / 8);
    int copied = 0;
    for (Edit edit : edits) {
      changed.append(text, copied, edit.start()).append(edit.replacement());
      copied = edit.end();
    }
    return changed.append(text, copied, text.length()).toString();
  }
}
