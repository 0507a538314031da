package io.haidang.summarization.evaluate;

import io.haidang.summarization.StoryText;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Articles with the summaries that people wrote: a line each, title, abstract and body with tabs
 * between them, and {@code \n} between the paragraphs of the body. Immutable.
 *
 * @param articles in the order of the file; at least one
 */
public record SummarySet(List<Article> articles) {

  private static final int COLUMNS = 3;
  private static final String PARAGRAPH = "\\\\n";

  public SummarySet {
    articles = List.copyOf(articles);
  }

  /**
   * An article.
   *
   * @param reference the summary that a person wrote
   * @param paragraphs of the body
   */
  public record Article(String title, String reference, List<String> paragraphs) {

    public Article {
      paragraphs = List.copyOf(paragraphs);
    }

    /** Title and body, cut as the desk cuts a draft. */
    public StoryText story(Locale language, LocalDate date) {
      List<String> lines = new ArrayList<>(List.of(title));
      lines.addAll(paragraphs);
      return StoryText.of(lines, language, date);
    }
  }

  /**
   * Reads a file in UTF-8; empty lines are passed over.
   *
   * @throws IOException when it cannot be read, or holds something else; the message names the line
   */
  public static SummarySet read(Path file) throws IOException {
    List<Article> articles = new ArrayList<>();
    int number = 0;
    for (String line : lines(file)) {
      number++;
      if (!line.isBlank()) {
        articles.add(article(file, number, line.split("\t", -1)));
      }
    }
    if (articles.isEmpty()) {
      throw new IOException(file + ": no articles (expected: title, abstract, body on each line)");
    }
    return new SummarySet(articles);
  }

  private static List<String> lines(Path file) throws IOException {
    try {
      return Files.readAllLines(file);
    } catch (CharacterCodingException e) {
      throw new IOException(file + ": not UTF-8 (expected: text in UTF-8)", e);
    }
  }

  private static Article article(Path file, int number, String[] columns) throws IOException {
    if (columns.length != COLUMNS) {
      throw new IOException(
          file + ", line " + number + ": " + columns.length + " columns (expected: 3)");
    }
    if (columns[1].isBlank() || columns[2].isBlank()) {
      throw new IOException(file + ", line " + number + ": (blank) (expected: abstract and body)");
    }
    List<String> paragraphs = List.of(columns[2].split(PARAGRAPH, -1));
    return new Article(columns[0].strip(), columns[1].strip(), paragraphs);
  }
}
