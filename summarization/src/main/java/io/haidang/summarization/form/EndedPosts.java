package io.haidang.summarization.form;

import io.haidang.models.CallContext;
import io.haidang.summarization.CandidateSource;
import io.haidang.summarization.Form;
import io.haidang.summarization.FormCandidate;
import io.haidang.summarization.FormRequest;
import java.util.List;

/** Puts link and hashtags under the posts of a writer, which is asked for prose only. */
record EndedPosts(CandidateSource writer) implements CandidateSource {

  @Override
  public List<FormCandidate> candidates(FormRequest request, CallContext call) {
    List<FormCandidate> written = writer.candidates(request, call);
    return request.form().kind() == Form.Kind.POST
        ? written.stream().map(post -> PostShape.ended(post, request)).toList()
        : written;
  }
}
