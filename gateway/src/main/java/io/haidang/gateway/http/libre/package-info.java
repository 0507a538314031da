/**
 * The dialect of LibreTranslate (version 1.9.6), so that clients made for it need only another
 * address. Written from its documented interface; none of its code is here.
 */
@NullMarked
package io.haidang.gateway.http.libre;

import org.jspecify.annotations.NullMarked;
