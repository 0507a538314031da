package io.haidang.gateway.http.kit;

import io.haidang.gateway.admin.AdminServices;
import io.haidang.gateway.auth.Accounts;
import io.haidang.gateway.auth.Sessions;
import io.haidang.gateway.campaign.Campaigns;
import io.haidang.gateway.clientdocs.ClientDocuments;
import io.haidang.gateway.clientterms.ClientServices;
import io.haidang.gateway.discussion.Discussions;
import io.haidang.gateway.draft.Drafts;
import io.haidang.gateway.draft.Visibility;
import io.haidang.gateway.engine.Rewrites;
import io.haidang.gateway.engine.Sentences;
import io.haidang.gateway.engine.Texts;
import io.haidang.gateway.feed.EventFeed;
import io.haidang.gateway.inbox.Inbox;
import io.haidang.gateway.library.LibraryServices;
import io.haidang.gateway.limit.Allowances;
import io.haidang.gateway.limit.KeyRegister;
import io.haidang.gateway.mail.Letters;
import io.haidang.gateway.memory.MemoryDesk;
import io.haidang.gateway.quality.Quality;
import io.haidang.gateway.queue.QueueServices;
import io.haidang.gateway.repeat.RepeatedRequests;
import io.haidang.gateway.report.Reports;
import io.haidang.gateway.review.ReviewDesk;
import io.haidang.gateway.story.StoryServices;
import io.haidang.gateway.terms.Terminology;
import io.haidang.gateway.usage.UsageBooks;
import io.haidang.gateway.webhook.Webhooks;
import io.haidang.glossary.Glossary;
import java.time.Clock;

/**
 * What the HTTP side calls; everything in here but that which watches blocks.
 *
 * @param visibility asked before anything that an address names is answered
 * @param monitoring what watches
 */
public record HttpServices(
    Accounts accounts,
    Sessions sessions,
    Drafts drafts,
    StoryServices stories,
    LibraryServices library,
    Reports reports,
    ReviewDesk desk,
    Quality quality,
    QueueServices queue,
    Discussions discussions,
    Inbox inbox,
    Letters letters,
    Terminology terms,
    ClientServices clients,
    Campaigns campaigns,
    Sentences sentences,
    Texts texts,
    ClientDocuments documents,
    Rewrites rewrites,
    MemoryDesk memory,
    UsageBooks usage,
    Allowances allowances,
    KeyRegister keys,
    Webhooks webhooks,
    Visibility visibility,
    RepeatedRequests repeats,
    EventFeed feed,
    AdminServices admin,
    DialectSettings dialects,
    Monitoring monitoring,
    Clock clock) {

  /** The official names in force. */
  public Glossary glossary() {
    return terms.released().glossary();
  }

  /** What translations depend on, as it is now. */
  DeskState state() {
    return new DeskState(terms.released().number(), memory.latestChange());
  }
}
