package io.haidang.gateway.draft;

import io.haidang.gateway.GatewayException;
import io.haidang.gateway.auth.Account;
import io.haidang.translation.document.subtitle.Subtitles;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Several texts that are handed in at once. Each is taken in by itself, so that one that is refused
 * keeps no other from its way.
 *
 * <p><b>Thread-safety:</b> none; there is one for each request. <b>Blocking:</b> SQL.
 */
public final class Submission {

  /** Texts to one submission. */
  public static final int MOST = 20;

  private final Drafts drafts;
  private final boolean together;
  private final Account author;
  private @Nullable UUID story;

  /**
   * Nothing handed in yet.
   *
   * @param together whether all of it tells one story, under the title of the first draft; else
   *     each draft is a story of its own, named by its first line
   */
  public Submission(Drafts drafts, boolean together, Account author) {
    this.drafts = drafts;
    this.together = together;
    this.author = author;
  }

  /**
   * Takes one draft in. Subtitles are made of texts with times only, unless nothing else is wanted.
   *
   * @param id of the draft, which is taken in once however often it comes
   * @return its products, ordered by language
   * @throws GatewayException as {@link Drafts#submit}; nothing of this draft is kept then
   */
  public List<Target> add(UUID id, NewDraft draft) {
    NewDraft fitting = fitting(draft);
    if (together && story != null) {
      return drafts.add(story, id, fitting.titled(""), author);
    }
    List<Target> products = drafts.submit(id, together ? fitting : fitting.titled(""), author);
    story = products.get(0).asset().story();
    return products;
  }

  private static NewDraft fitting(NewDraft draft) {
    List<ProductForm> others =
        draft.forms().stream().filter(form -> !form.equals(ProductForm.SUBTITLES)).toList();
    return others.isEmpty() || Subtitles.isFormat(Uploads.format(draft.upload()))
        ? draft
        : draft.making(others);
  }
}
