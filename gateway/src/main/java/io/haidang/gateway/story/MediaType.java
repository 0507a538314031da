package io.haidang.gateway.story;

import io.haidang.gateway.draft.AssetKind;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** The pictures and recordings that are taken, known by their first bytes; a name tells nothing. */
enum MediaType {
  JPEG(AssetKind.IMAGE, "image/jpeg", 0, "\u00FF\u00D8\u00FF"),
  PNG(AssetKind.IMAGE, "image/png", 0, "\u0089PNG\r\n\u001A\n"),
  GIF(AssetKind.IMAGE, "image/gif", 0, "GIF8"),
  WEBP(AssetKind.IMAGE, "image/webp", 8, "WEBP"),
  WAV(AssetKind.AUDIO, "audio/wav", 8, "WAVE"),
  MP3_TAGGED(AssetKind.AUDIO, "audio/mpeg", 0, "ID3"),
  MP3(AssetKind.AUDIO, "audio/mpeg", 0, "\u00FF\u00FB"),
  OGG(AssetKind.AUDIO, "audio/ogg", 0, "OggS"),
  FLAC(AssetKind.AUDIO, "audio/flac", 0, "fLaC"),
  M4A(AssetKind.AUDIO, "audio/mp4", 4, "ftypM4A"),
  MP4(AssetKind.VIDEO, "video/mp4", 4, "ftyp"),
  WEBM(AssetKind.VIDEO, "video/webm", 0, "\u001AE\u00DF\u00A3");

  private final AssetKind kind;
  private final String mediaType;
  private final int offset;
  private final String signature;

  MediaType(AssetKind kind, String mediaType, int offset, String signature) {
    this.kind = kind;
    this.mediaType = mediaType;
    this.offset = offset;
    this.signature = signature;
  }

  /** What the bytes are; empty when it is none of these. */
  static Optional<MediaType> of(byte[] bytes) {
    return Arrays.stream(values()).filter(type -> type.isIn(bytes)).findFirst();
  }

  private boolean isIn(byte[] bytes) {
    int length = signature.length();
    return bytes.length >= offset + length
        && signature.equals(new String(bytes, offset, length, StandardCharsets.ISO_8859_1));
  }

  AssetKind kind() {
    return kind;
  }

  String mediaType() {
    return mediaType;
  }
}
