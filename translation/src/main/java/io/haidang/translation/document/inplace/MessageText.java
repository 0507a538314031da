package io.haidang.translation.document.inplace;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Text as programs keep it: placeholders such as <code>{name}</code> and {@code %s}, and HTML tags,
 * are codes.
 */
public final class MessageText {

  private static final Pattern MARKUP =
      Pattern.compile(
          "<(?<close>/?)(?<name>[A-Za-z][A-Za-z0-9-]{0,30})(?:\\s[^<>]{0,500})?(?<empty>/?)>"
              + "|\\{\\{\\s{0,3}[\\w.$@-]{1,60}\\s{0,3}\\}\\}"
              + "|\\$?\\{[\\w.$-]{1,60}\\}"
              + "|%\\(\\w{1,60}\\)[a-zA-Z]"
              + "|%(?:\\d{1,2}\\$)?[-+#0]{0,3}\\d{0,4}(?:\\.\\d{1,3})?(?:l?[dus]|[sdifuxXc@])(?!\\p{Ll})");

  /** Text that has rules of its own for choosing words, which no translation of words can keep. */
  private static final Pattern CHOICE =
      Pattern.compile("\\{\\s{0,9}\\w{1,60}\\s{0,9},\\s{0,9}(?:plural|select|selectordinal)\\b");

  private static final Pattern ADDRESS =
      Pattern.compile(
          "(?:[a-zA-Z][a-zA-Z0-9+.-]{1,20}:\\S*|\\S+@\\S+|[\\w./:#?&=%-]*[\\d_/#:=][\\w./:#?&=%-]*)");

  private MessageText() {}

  /** Reads a text that has no escapes any more. */
  public static InlineMarkup of(String text) {
    InlineMarkup.Builder builder = new InlineMarkup.Builder();
    Matcher matcher = MARKUP.matcher(text);
    int from = 0;
    while (matcher.find()) {
      builder.words(text.substring(from, matcher.start()));
      from = matcher.end();
      String name = matcher.group("name");
      if (name == null || !matcher.group("empty").isEmpty()) {
        builder.alone(matcher.group());
      } else if (matcher.group("close").isEmpty()) {
        builder.open(name, matcher.group());
      } else {
        builder.close(name, matcher.group());
      }
    }
    return builder.words(text.substring(from)).build();
  }

  /** Whether people read it: it has letters, and is no address, key or choice of words. */
  public static boolean isRead(String text) {
    String words = text.strip();
    return words.codePoints().anyMatch(Character::isLetter)
        && words.codePoints().noneMatch(MessageText::isBinary)
        && !ADDRESS.matcher(words).matches()
        && !CHOICE.matcher(words).find();
  }

  /** Half a character, or a control character other than line ends and tabs. */
  private static boolean isBinary(int codePoint) {
    boolean line = codePoint == '\n' || codePoint == '\r' || codePoint == '\t';
    int type = Character.getType(codePoint);
    return !line && (type == Character.CONTROL || type == Character.SURROGATE);
  }
}
