package io.haidang.gateway.story;

import io.haidang.gateway.ErrorCode;
import io.haidang.gateway.GatewayException;
import io.haidang.gateway.auth.Account;
import io.haidang.gateway.draft.Target;
import io.haidang.gateway.review.Deliveries;
import io.haidang.gateway.review.Publication;
import io.haidang.gateway.review.PublicationTable;
import io.haidang.gateway.store.Database;
import java.time.Clock;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Stories as a whole leave the house.
 *
 * <p><b>Thread-safety:</b> safe for concurrent use. <b>Blocking:</b> SQL; never call it on an event
 * loop.
 */
public final class Bundles {

  private final Database database;
  private final Stories stories;
  private final Deliveries deliveries;

  public Bundles(Database database, Clock clock) {
    this.database = database;
    this.stories = new Stories(database, clock);
    this.deliveries = new Deliveries(database, clock);
  }

  /**
   * Hands products of a story over together: all of them, or none.
   *
   * @param products ids; all that are signed off and up to date when empty
   * @throws GatewayException as {@link Deliveries#deliver}, and {@code not-found} for a product of
   *     another story
   */
  public Bundle publish(UUID story, List<UUID> products, Account actor) {
    List<Target> all = stories.bundle(story).products();
    List<UUID> chosen =
        products.isEmpty()
            ? all.stream().filter(Archive::isDeliverable).map(Target::id).toList()
            : products;
    if (!all.stream().map(Target::id).toList().containsAll(chosen)) {
      throw new GatewayException(
          ErrorCode.NOT_FOUND, "product: unknown (expected: one of the story)");
    }
    deliveries.deliver(chosen, actor);
    return stories.bundle(story);
  }

  /**
   * Has everything stale of a story made anew, as {@link Products#remake}.
   *
   * @return the products that are made anew; none when nothing is stale
   * @throws GatewayException {@code not-permitted}, {@code not-found}, {@code stale-version} when
   *     somebody changes one meanwhile; those before it are made anew all the same
   */
  public List<Target> remake(UUID story, Products products, Account actor) {
    Map<UUID, Target> remade = new LinkedHashMap<>();
    for (Target target : stories.bundle(story).products()) {
      if (target.isStale() && !remade.containsKey(target.id())) {
        products
            .remake(target.id(), target.version(), actor)
            .forEach(one -> remade.put(one.id(), one));
      }
    }
    return List.copyOf(remade.values());
  }

  /**
   * What was delivered of a story, the latest first.
   *
   * @throws GatewayException {@code not-found}
   */
  public List<Publication> publications(UUID story) {
    List<Target> products = stories.bundle(story).products();
    return database
        .jdbi()
        .withHandle(
            handle ->
                products.stream()
                    .flatMap(target -> PublicationTable.of(handle, target.id()).stream())
                    .sorted(Comparator.comparing(Publication::at).reversed())
                    .toList());
  }

  /**
   * What may leave the house of a story, as a content management system takes it: by language, then
   * by form.
   *
   * @throws GatewayException {@code not-found}
   */
  public Map<String, Object> content(UUID story) {
    return new Content(stories.bundle(story), deliveries).asMap();
  }

  /**
   * A story as one file.
   *
   * @throws GatewayException {@code not-found}
   */
  public byte[] zip(UUID story) {
    return new Archive(deliveries, database.contents()).zip(stories.bundle(story));
  }
}
