package io.haidang.gateway.story;

import io.haidang.summarization.voice.VoiceScript;
import java.util.function.Function;

/** What a voice-over can be written as. */
public enum VoiceFormat {
  /** For people who speak. */
  TEXT("txt", "text/plain", VoiceScript::asText),
  /** For spreadsheets. */
  CSV("csv", "text/csv", VoiceScript::asCsv),
  /** For programs. */
  JSON("json", "application/json", VoiceScript::asJson),
  /** For players, and machines that speak. */
  VTT("vtt", "text/vtt", VoiceScript::asVtt);

  private final String extension;
  private final String mediaType;
  private final Function<VoiceScript, String> writer;

  VoiceFormat(String extension, String mediaType, Function<VoiceScript, String> writer) {
    this.extension = extension;
    this.mediaType = mediaType;
    this.writer = writer;
  }

  String extension() {
    return extension;
  }

  String mediaType() {
    return mediaType;
  }

  String write(VoiceScript script) {
    return writer.apply(script);
  }
}
