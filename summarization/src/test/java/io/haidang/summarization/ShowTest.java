package io.haidang.summarization;

import io.haidang.glossary.Glossary;
import io.haidang.models.CallContext;
import io.haidang.models.encoder.SentenceEncoder;
import io.haidang.summarization.evaluate.*;
import io.haidang.summarization.form.*;
import java.nio.file.*;
import java.util.*;
import org.junit.jupiter.api.Test;

final class ShowTest {
  @Test
  void rouge() throws Exception {
    Path repo = Path.of(System.getProperty("haidang.repository"));
    SummarySet set = SummarySet.read(repo.resolve("docs/evaluation/summaries.vi.tsv"));
    Glossary names = Glossary.starter();
    try (SentenceEncoder encoder =
        SentenceEncoder.open(repo.resolve("models/bundled/sentence-encoder"))) {
      List<SummaryMethod> methods =
          new ArrayList<>(
              List.of(SummaryMethod.lead(1), SummaryMethod.lead(2), SummaryMethod.lead(3)));
      for (Form form : List.of(Form.STANDFIRST, Form.SUMMARY_50)) {
        methods.add(SummaryMethod.made("TF-IDF", FormMakers.extractive(), form, names));
        if (form == null)
          methods.add(SummaryMethod.made("vectors", FormMakers.extractive(encoder), form, names));
      }
      for (SummaryMethod m : methods) {
        SummaryFigures f = SummaryFigures.of(m, set, Stories.VIETNAMESE, Stories.DAY);
        System.out.printf(
            "== %-24s %.2f %.2f %.2f words %.1f empty %d speed %.0f%n",
            f.method(),
            100 * f.rouge().one(),
            100 * f.rouge().two(),
            100 * f.rouge().longest(),
            f.words(),
            f.empty(),
            f.articlesPerSecond());
      }
    }
  }

  @Test
  void show() throws Exception {
    try (var files = Files.list(Stories.samples().resolve("stories"))) {
      for (Path f : files.filter(p -> p.toString().endsWith(".txt")).sorted().toList()) {
        System.out.println("##== " + f.getFileName());
        for (Form form : List.of(Form.HEADLINE, Form.STANDFIRST)) {
          FormDraft d =
              FormMakers.extractive()
                  .make(
                      new FormRequest(
                          Stories.sample("stories/" + f.getFileName()),
                          form,
                          Glossary.starter(),
                          "https://haiphong.gov.vn/tin/123"),
                      CallContext.PATIENT);
          System.out.println(
              "== "
                  + form.id()
                  + " "
                  + d.candidates().size()
                  + " "
                  + d.reason()
                  + " "
                  + d.best().map(c -> form.length(c.text())).orElse(0));
          d.best().ifPresent(c -> System.out.println(c.text()));
        }
      }
    }
  }
}
