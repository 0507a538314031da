package io.haidang.gateway.node;

import io.haidang.gateway.auth.Accounts;
import io.haidang.gateway.auth.Accounts.FirstAccount;
import io.haidang.gateway.auth.Sessions;
import io.haidang.gateway.config.GatewayConfig;
import io.haidang.gateway.draft.Drafts;
import io.haidang.gateway.http.HttpServices;
import io.haidang.gateway.http.HttpVerticle;
import io.haidang.gateway.jobs.TranslationJobs;
import io.haidang.gateway.jobs.TranslationWorker;
import io.haidang.gateway.review.ReviewDesk;
import io.haidang.gateway.store.Database;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.util.List;

/**
 * One running node: database, models, jobs, worker and HTTP server.
 *
 * <p><b>Thread-safety:</b> safe for concurrent use. <b>Blocking:</b> {@link #start} and {@link
 * #close} wait for every part. <b>Owns:</b> everything it started, until {@link #close}.
 */
public final class Gateway implements AutoCloseable {
}
