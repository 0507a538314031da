package io.haidang.gateway.clientdocs;

import io.haidang.gateway.PublicName;
import io.haidang.gateway.clientterms.ClientTerms;
import io.haidang.gateway.engine.EngineRouter;
import io.haidang.gateway.store.Database;
import io.haidang.gateway.traces.Attribute;
import io.haidang.gateway.traces.Span;
import io.haidang.models.CallContext;
import io.haidang.models.Cancellation;
import io.haidang.translation.Excerpt;
import io.haidang.translation.SegmentTranslator;
import io.haidang.translation.TranslatedSegment;
import io.haidang.translation.TranslationContext;
import io.haidang.translation.document.MergeOptions;
import io.haidang.translation.document.SegmentedDocument;
import io.haidang.translation.pipeline.DocumentNames;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Translates one document of a client. What engines have written before they failed is in their
 * cache, so that another try goes on from there.
 *
 * <p><b>Thread-safety:</b> safe for concurrent use. <b>Blocking:</b> for as long as it takes.
 */
final class DocumentRun {

  /** Segments between two notes of how far it is. */
  private static final int AT_A_TIME = 32;

  private final Database database;
  private final EngineRouter engines;
  private final ClientTerms terms;

  DocumentRun(Database database, EngineRouter engines, ClientTerms terms) {
    this.database = database;
    this.engines = engines;
    this.terms = terms;
  }

  /** Does nothing for a document that is deleted, or past that. */
  void run(UUID id, Cancellation cancellation, Span span) {
    Optional<ClientDocument> document =
        database.jdbi().withHandle(handle -> DocumentTable.find(handle, id));
    Optional<byte[]> source =
        database.jdbi().withHandle(handle -> DocumentTable.source(handle, id));
    if (document.isPresent() && source.isPresent() && document.get().state().isOpen()) {
      describe(document.get(), span);
      byte[] result = translated(document.get(), source.get(), cancellation, span);
      database.jdbi().useHandle(handle -> DocumentTable.finish(handle, id, result));
    }
  }

  private static void describe(ClientDocument document, Span span) {
    span.put(Attribute.JOB_KIND, "document")
        .put(Attribute.FORMAT, PublicName.of(document.kind().format()))
        .put(Attribute.SOURCE_LANGUAGE, document.kind().pair().source().toLanguageTag())
        .put(Attribute.TARGET_LANGUAGE, document.kind().pair().target().toLanguageTag());
  }

  private byte[] translated(
      ClientDocument document, byte[] source, Cancellation cancellation, Span span) {
    SegmentedDocument read =
        SegmentedDocument.read(document.kind().format(), source, document.kind().pair().source());
    span.put(Attribute.SEGMENTS, read.segments().size());
    TranslationContext context =
        new TranslationContext(
            document.kind().pair(),
            document.textDate(),
            terms.enforcer(document.glossaries(), document.kind().pair(), document.owner()));
    CallContext call =
        CallContext.bulk(cancellation)
            .reaching(document.kind().reach())
            .onAccountOf(document.login());
    List<TranslatedSegment> segments = segments(document, read.segments(), context, call);
    List<String> targets =
        DocumentNames.settle(segments, context).stream().map(TranslatedSegment::target).toList();
    return read.merge(targets, MergeOptions.of(document.kind().pair().target()));
  }

  private List<TranslatedSegment> segments(
      ClientDocument document, List<String> texts, TranslationContext context, CallContext call) {
    SegmentTranslator engine = engines.translator(document.kind());
    List<TranslatedSegment> segments = new ArrayList<>();
    while (segments.size() < texts.size()) {
      int done = segments.size();
      call.check();
      database.jdbi().useHandle(handle -> DocumentTable.progress(handle, document.id(), done));
      int end = Math.min(texts.size(), done + AT_A_TIME);
      segments.addAll(engine.translate(Excerpt.range(texts, done, end), context, call));
    }
    return segments;
  }
}
