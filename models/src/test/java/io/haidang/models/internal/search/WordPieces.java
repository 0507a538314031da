package io.haidang.models.internal.search;

import java.util.ArrayList;
import java.util.List;

/**
 * A vocabulary small enough to see through: each word is cut into the longest pieces from the left.
 * Id 0 is the end, 1 what cannot be spelled.
 */
final class WordPieces implements Pieces {

  private final List<String> pieces = new ArrayList<>(List.of("", ""));

  WordPieces(String... pieces) {
    for (String piece : pieces) {
      this.pieces.add(piece.replace('_', WORD_START));
    }
  }

  @Override
  public int[] pieceIds(String text) {
    List<Integer> ids = new ArrayList<>();
    for (String word : text.strip().split("\\s+", -1)) {
      String rest = WORD_START + word;
      while (!rest.isEmpty()) {
        String piece = longest(rest);
        ids.add(piece.isEmpty() ? unknown() : pieces.indexOf(piece));
        rest = rest.substring(Math.max(1, piece.length()));
      }
    }
    return ids.stream().mapToInt(Integer::intValue).toArray();
  }

  private String longest(String rest) {
    return pieces.stream()
        .filter(rest::startsWith)
        .max((a, b) -> a.length() - b.length())
        .orElse("");
  }

  int id(String piece) {
    return pieces.indexOf(piece.replace('_', WORD_START));
  }

  String text(int... ids) {
    StringBuilder text = new StringBuilder();
    for (int id : ids) {
      text.append(piece(id));
    }
    return text.toString().replace(WORD_START, ' ').strip();
  }

  @Override
  public String piece(int id) {
    return pieces.get(id);
  }

  @Override
  public int unknown() {
    return 1;
  }

  @Override
  public int size() {
    return pieces.size();
  }
}
