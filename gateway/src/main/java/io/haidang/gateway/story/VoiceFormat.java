package io.haidang.gateway.story;

import io.haidang.summarization.voice.VoiceScript;

/** What a voice-over can be written as. */
public enum VoiceFormat {
  /** For people who speak. */
  TEXT("txt", "text/plain"),
  /** For spreadsheets. */
  CSV("csv", "text/csv"),
  /** For programs. */
  JSON("json", "application/json"),
  /** For players, and machines that speak. */
  VTT("vtt", "text/vtt");

  private final String extension;
  private final String mediaType;

  VoiceFormat(String extension, String mediaType) {
    this.extension = extension;
    this.mediaType = mediaType;
  }

  String extension() {
    return extension;
  }

  String mediaType() {
    return mediaType;
  }

  String write(VoiceScript script) {
    return switch (this) {
      case TEXT -> script.asText();
      case CSV -> script.asCsv();
      case JSON -> script.asJson();
      case VTT -> script.asVtt();
    };
  }
}
