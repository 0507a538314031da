package io.haidang.summarization.form;

import io.haidang.glossary.Glossary;
import io.haidang.summarization.FormRequest;
import io.haidang.summarization.StoryText;
import io.haidang.summarization.faithful.FaithfulnessCheck;

/** The facts of the stories asked for last; those of another release of names are read anew. */
final class RecentChecks {

  private final RecentStories<Read> read = new RecentStories<>();

  private record Read(Glossary names, FaithfulnessCheck check) {

    static Read of(StoryText story, Glossary names) {
      return new Read(names, FaithfulnessCheck.of(story, names));
    }
  }

  FaithfulnessCheck of(FormRequest request) {
    Read known = read.get(request.story(), story -> Read.of(story, request.names()));
    return known.names() == request.names()
        ? known.check()
        : FaithfulnessCheck.of(request.story(), request.names());
  }
}
