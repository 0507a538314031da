package io.haidang.gateway.web.kit;

import io.haidang.gateway.http.kit.Reply;

/** Answers a request; may block. */
@FunctionalInterface
public interface Page {

  Reply answer(Visit visit);
}
