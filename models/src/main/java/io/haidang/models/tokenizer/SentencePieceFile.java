package io.haidang.models.tokenizer;

import io.haidang.models.ModelException;
import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
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

  private static final int VARINT = 0;
  private static final int FIXED64 = 1;
  private static final int BYTES = 2;
  private static final int FIXED32 = 5;
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
      ByteBuffer content = ByteBuffer.wrap(Files.readAllBytes(file)).asReadOnlyBuffer();
      List<Piece> pieces = new ArrayList<>();
      ByteBuffer in = content.duplicate();
      while (in.hasRemaining()) {
        long tag = varint(in);
        if (tag == (1 << 3 | BYTES)) {
          pieces.add(piece(slice(in)));
        } else {
          skip(in, (int) tag & 7);
        }
      }
      if (!pieces.isEmpty()) {
        return new SentencePieceFile(file, content, List.copyOf(pieces));
      }
    } catch (IOException | BufferUnderflowException | IllegalArgumentException e) {
      throw new ModelException.Unloadable(
          file + ": unreadable (expected: a SentencePiece model)", e);
    }
    throw new ModelException.Unloadable(file + ": no pieces (expected: a SentencePiece model)");
  }

  private static Piece piece(ByteBuffer in) {
    String text = "";
    long type = 1;
    while (in.hasRemaining()) {
      long tag = varint(in);
      if (tag == (1 << 3 | BYTES)) {
        text = StandardCharsets.UTF_8.decode(slice(in)).toString();
      } else if (tag == (3 << 3 | VARINT)) {
        type = varint(in);
      } else {
        skip(in, (int) tag & 7);
      }
    }
    return new Piece(text, type == UNKNOWN || type == CONTROL || type == UNUSED);
  }

  private static void skip(ByteBuffer in, int wireType) {
    switch (wireType) {
      case VARINT -> varint(in);
      case FIXED64 -> in.getLong();
      case BYTES -> slice(in);
      case FIXED32 -> in.getInt();
      default -> throw new IllegalArgumentException("wire type: " + wireType);
    }
  }

  private static ByteBuffer slice(ByteBuffer in) {
    long length = varint(in);
    if (length < 0 || length > in.remaining()) {
      throw new BufferUnderflowException();
    }
    ByteBuffer part = in.slice(in.position(), (int) length);
    in.position(in.position() + (int) length);
    return part;
  }

  private static long varint(ByteBuffer in) {
    long value = 0;
    for (int shift = 0; shift < Long.SIZE; shift += 7) {
      byte next = in.get();
      value |= (long) (next & 0x7F) << shift;
      if (next >= 0) {
        return value;
      }
    }
    throw new IllegalArgumentException("varint: more than 64 bits");
  }

  byte[] bytes() {
    byte[] all = new byte[content.remaining()];
    content.duplicate().get(all);
    return all;
  }
}
