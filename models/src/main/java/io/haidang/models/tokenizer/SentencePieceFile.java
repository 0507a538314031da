package io.haidang.models.tokenizer;

import io.haidang.models.ModelException;
import io.haidang.models.internal.ProtobufInput;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The pieces of a SentencePiece model in the order of their ids, which the library does not list.
 *
 * <p>Reads three fields of {@code sentencepiece_model.proto}: {@code ModelProto.pieces} (1), and
 * there text (1) and type (3).
 *
 * @param file where it was read
 * @param content the whole file
 * @param pieces the pieces
 */
record SentencePieceFile(Path file, ByteBuffer content, List<Piece> pieces) {

  private static final int UNKNOWN = 2;
  private static final int CONTROL = 3;
  private static final int UNUSED = 5;

  /** A piece, and whether no text is ever cut into it. */
  record Piece(String text, boolean special) {}

  /**
   * Reads the pieces.
   *
   * @throws ModelException.Unloadable when the file is missing or is no such model
   */
  static SentencePieceFile read(Path file) {
    if (!Files.isRegularFile(file)) {
      throw new ModelException.Unloadable(file + ": missing (expected: a SentencePiece model)");
    }
    try {
      byte[] content = Files.readAllBytes(file);
      List<Piece> pieces = pieces(content);
      if (!pieces.isEmpty()) {
        return new SentencePieceFile(file, ByteBuffer.wrap(content).asReadOnlyBuffer(), pieces);
      }
    } catch (IOException e) {
      throw new ModelException.Unloadable(
          file + ": unreadable (expected: a SentencePiece model)", e);
    }
    throw new ModelException.Unloadable(file + ": no pieces (expected: a SentencePiece model)");
  }

  private static List<Piece> pieces(byte[] content) throws IOException {
    List<Piece> pieces = new ArrayList<>();
    ProtobufInput model = new ProtobufInput(new ByteArrayInputStream(content), content.length);
    while (model.next()) {
      if (model.field() == 1) {
        pieces.add(piece(model.message()));
      } else {
        model.skip();
      }
    }
    return List.copyOf(pieces);
  }

  private static Piece piece(ProtobufInput in) throws IOException {
    String text = "";
    long type = 1;
    while (in.next()) {
      switch (in.field()) {
        case 1 -> text = in.text();
        case 3 -> type = in.number();
        default -> in.skip();
      }
    }
    return new Piece(text, type == UNKNOWN || type == CONTROL || type == UNUSED);
  }

  byte[] bytes() {
    byte[] all = new byte[content.remaining()];
    content.duplicate().get(all);
    return all;
  }
}
