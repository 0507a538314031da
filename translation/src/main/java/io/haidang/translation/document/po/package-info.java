/** Message catalogues of GNU gettext: translations are filled in, everything else stays. */
@NullMarked
package io.haidang.translation.document.po;

import org.jspecify.annotations.NullMarked;
