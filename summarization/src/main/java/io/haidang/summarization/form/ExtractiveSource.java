package io.haidang.summarization.form;

import io.haidang.models.CallContext;
import io.haidang.summarization.CandidateSource;
import io.haidang.summarization.Form;
import io.haidang.summarization.FormCandidate;
import io.haidang.summarization.FormRequest;
import io.haidang.summarization.StoryText;
import io.haidang.summarization.compress.ClauseDropper;
import io.haidang.summarization.extract.Ranking;
import io.haidang.summarization.extract.SentenceRanker;
import io.haidang.summarization.extract.StoryOutline;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Chooses sentences of the story and leaves clauses out of them; invents nothing. */
final class ExtractiveSource implements CandidateSource {

  private final SentenceRanker ranker;
  private final RecentStories<Analysis> analyses = new RecentStories<>();
  private final Map<Form.Kind, Shape> shapes = new EnumMap<>(Form.Kind.class);

  ExtractiveSource(SentenceRanker ranker) {
    this.ranker = ranker;
    shapes.put(Form.Kind.HEADLINE, new HeadlineShape());
    shapes.put(Form.Kind.STANDFIRST, new StandfirstShape());
    shapes.put(Form.Kind.POINTS, new PointsShape());
    shapes.put(Form.Kind.SUMMARY, new SummaryShape());
    shapes.put(Form.Kind.ALT_TEXT, new AltTextShape());
    shapes.put(Form.Kind.POST, new PostShape());
  }

  @Override
  public List<FormCandidate> candidates(FormRequest request, CallContext call) {
    call.check();
    StoryText story = request.story();
    Analysis analysis = analyses.get(story, this::analysis);
    Material material =
        new Material(
            request,
            analysis.outline(),
            analysis.ranking(),
            ClauseDropper.forLanguage(story.language()),
            new WholeSentences(story.language()));
    Shape shape = shapes.get(request.form().kind());
    return shape == null ? List.of() : shape.candidates(material);
  }

  private record Analysis(StoryOutline outline, Ranking ranking) {}

  private Analysis analysis(StoryText story) {
    StoryOutline outline = StoryOutline.of(story);
    return new Analysis(outline, ranker.rank(outline, story.language()));
  }
}
