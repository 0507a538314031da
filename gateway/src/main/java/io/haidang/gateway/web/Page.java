package io.haidang.gateway.web;

import io.haidang.gateway.http.Reply;

/** Answers a request; may block. */
@FunctionalInterface
interface Page {

  Reply answer(Visit visit);
}
