package io.haidang.gateway.style;

import io.haidang.gateway.ErrorCode;
import io.haidang.gateway.GatewayException;
import io.haidang.gateway.draft.TextField;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How translations into one language are to be worded.
 *
 * @param owner the account that it belongs to; null for a rule of the house, which everybody may
 *     use and no client changes
 * @param name 1 to 200 UTF-16 units
 * @param language of the translations
 * @param configured by category (such as {@code dates_and_times}), options with their values
 * @param instructions at most {@value #MOST_INSTRUCTIONS}
 * @param version 1 for a new one, and one more with each change
 */
public record StyleRule(
    UUID id,
    @Nullable UUID owner,
    String name,
    Locale language,
    Map<String, Map<String, String>> configured,
    List<CustomInstruction> instructions,
    int version,
    Instant createdAt,
    Instant updatedAt) {

  /** Categories of options. */
  public static final Set<String> CATEGORIES =
      Set.of(
          "dates_and_times",
          "formatting",
          "numbers",
          "punctuation",
          "spelling_and_grammar",
          "style_and_tone",
          "vocabulary");

  static final int MOST_INSTRUCTIONS = 200;

  private static final int LONGEST_NAME = 200;
  private static final int MOST_OPTIONS = 50;
  private static final Pattern OPTION = Pattern.compile("[a-z0-9_]{1,80}");

  /**
   * Checks the parts.
   *
   * @throws GatewayException {@code invalid-request}
   */
  public StyleRule {
    name = words("name", name, LONGEST_NAME);
    configured = checked(configured);
    instructions = List.copyOf(instructions);
    if (instructions.size() > MOST_INSTRUCTIONS) {
      throw invalid(
          "custom_instructions: %d (expected: at most %d)"
              .formatted(instructions.size(), MOST_INSTRUCTIONS));
    }
  }

  static String words(String name, String text, int most) {
    String words = TextField.require(name, text.strip(), most);
    if (words.isEmpty()) {
      throw invalid(name + ": empty (expected: 1 to " + most + " characters)");
    }
    return words;
  }

  private static Map<String, Map<String, String>> checked(
      Map<String, Map<String, String>> configured) {
    Map<String, Map<String, String>> copy = new TreeMap<>();
    configured.forEach(
        (category, options) -> {
          if (!CATEGORIES.contains(category) || options.size() > MOST_OPTIONS) {
            throw invalid("configured_rules: unknown category (expected: one of " + known() + ")");
          }
          options.forEach(StyleRule::requireOption);
          copy.put(category, Map.copyOf(options));
        });
    return Map.copyOf(copy);
  }

  private static String known() {
    return String.join(", ", CATEGORIES.stream().sorted().toList());
  }

  /** Engines are told of them, so they are names and no sentences. */
  private static void requireOption(String option, String value) {
    if (!OPTION.matcher(option).matches() || !OPTION.matcher(value).matches()) {
      throw invalid(
          "configured_rules: no option (expected: names of small letters, digits, underscores)");
    }
  }

  private static GatewayException invalid(String message) {
    return new GatewayException(ErrorCode.INVALID_REQUEST, message);
  }

  StyleRule withName(String other) {
    return new StyleRule(
        id, owner, other, language, configured, instructions, version, createdAt, updatedAt);
  }

  StyleRule withConfigured(Map<String, Map<String, String>> other) {
    return new StyleRule(
        id, owner, name, language, other, instructions, version, createdAt, updatedAt);
  }

  StyleRule withInstructions(List<CustomInstruction> others) {
    return new StyleRule(
        id, owner, name, language, configured, others, version, createdAt, updatedAt);
  }

  /** The next version. */
  StyleRule changed(Instant now) {
    return new StyleRule(
        id, owner, name, language, configured, instructions, version + 1, createdAt, now);
  }

  /** An instruction that it has. */
  CustomInstruction instruction(UUID wanted) {
    return instructions.stream()
        .filter(instruction -> instruction.id().equals(wanted))
        .findFirst()
        .orElseThrow(
            () -> new GatewayException(ErrorCode.NOT_FOUND, "Custom instruction not found"));
  }

  /**
   * What an engine is told of texts in {@code source}: each option, and each instruction that is
   * for that language.
   */
  public List<String> wishes(Locale source) {
    List<String> wishes = new ArrayList<>();
    new TreeMap<>(configured)
        .forEach(
            (category, options) ->
                new TreeMap<>(options)
                    .forEach(
                        (option, value) -> wishes.add(category + ": " + option + " = " + value)));
    for (CustomInstruction instruction : instructions) {
      if (isFor(instruction, source)) {
        wishes.add(instruction.prompt());
      }
    }
    return List.copyOf(wishes);
  }

  /** An instruction that names the language of the translations itself is for all texts. */
  private boolean isFor(CustomInstruction instruction, Locale source) {
    String tag = instruction.sourceLanguage();
    if (tag == null || tag.isEmpty()) {
      return true;
    }
    String wanted = Locale.forLanguageTag(tag).getLanguage();
    return wanted.equals(source.getLanguage()) || wanted.equals(language.getLanguage());
  }
}
