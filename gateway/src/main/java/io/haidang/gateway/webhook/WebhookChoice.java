package io.haidang.gateway.webhook;

import io.haidang.gateway.events.Milestone;
import java.util.Set;

/**
 * What somebody wants to be told, and where.
 *
 * @param url as typed
 */
public record WebhookChoice(
    String url, Set<Milestone> milestones, Webhook.Scope scope, Webhook.State state) {}
