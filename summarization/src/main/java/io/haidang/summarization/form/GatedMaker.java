package io.haidang.summarization.form;

import io.haidang.models.CallContext;
import io.haidang.models.ModelException;
import io.haidang.summarization.CandidateSource;
import io.haidang.summarization.Form;
import io.haidang.summarization.FormCandidate;
import io.haidang.summarization.FormDraft;
import io.haidang.summarization.FormMaker;
import io.haidang.summarization.FormRequest;
import io.haidang.summarization.NoCandidate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks its sources in turn, and lets through what the gate accepts. */
final class GatedMaker implements FormMaker {

  private static final Logger LOG = LoggerFactory.getLogger(GatedMaker.class);

  private static final int MOST = 6;

  private final List<CandidateSource> sources;
  private final RecentChecks checks = new RecentChecks();

  GatedMaker(List<CandidateSource> sources) {
    this.sources = List.copyOf(sources);
  }

  @Override
  public FormDraft make(FormRequest request, CallContext call) {
    CandidateGate gate =
        new CandidateGate(request.form(), request.story().language(), checks.of(request));
    Map<String, FormCandidate> accepted = new LinkedHashMap<>();
    @Nullable NoCandidate nearest = null;
    for (CandidateSource source : sources) {
      for (FormCandidate candidate : candidates(source, request, call)) {
        FormCandidate named = named(candidate, request);
        @Nullable NoCandidate refusal = gate.refusal(named);
        if (refusal == null) {
          accepted.putIfAbsent(named.text(), named);
        }
        nearest = NearestRefusal.of(nearest, refusal);
        if (accepted.size() >= MOST) {
          break;
        }
      }
    }
    List<FormCandidate> candidates = new ArrayList<>(accepted.values());
    return new FormDraft(
        request.form(),
        request.story().language(),
        candidates.subList(0, Math.min(MOST, candidates.size())),
        candidates.isEmpty() ? NearestRefusal.orElseNone(nearest, request) : null);
  }

  /** A headline may keep an official abbreviation that has no room to be written out. */
  private static FormCandidate named(FormCandidate candidate, FormRequest request) {
    FormCandidate named = FirstMentions.written(candidate, request);
    boolean noRoom =
        request.form().kind() == Form.Kind.HEADLINE && !request.form().fits(named.text());
    return noRoom ? candidate : named;
  }

  /** A source that fails leaves the form to the next one; a call that is over stays over. */
  private static List<FormCandidate> candidates(
      CandidateSource source, FormRequest request, CallContext call) {
    try {
      return source.candidates(request, call);
    } catch (ModelException.Cancelled | ModelException.DeadlineExceeded e) {
      throw e;
    } catch (ModelException e) {
      LOG.warn("{}: no candidates from a model: {}", request.form().id(), e.getMessage());
      return List.of();
    }
  }
}
