// SPDX-License-Identifier: Apache-2.0
/**
 * What the pages and APIs of all services share.
 *
 * <ul>
 *   <li><b>Layouts</b>: staff {@code <html th:replace="~{kit/staff :: page('Queue', ~{::main})}"><main>…</main></html>},
 *       public {@code ~{kit/public :: page(#{title}, ~{::main})}}. Both read {@code kit}
 *       ({@link org.openhotline.chassis.web.Kit}), which every view gets. A public form carries the language on with
 *       {@code th:action="@{/submit(lang=${kit.lang})}"}, for there is no cookie.
 *   <li><b>Stylesheet</b> {@code /kit/openhotline.css}; its classes are listed at its top.
 *   <li><b>Problems</b>: throw {@code InvalidInput} (400), {@code NotAllowed} (403), {@code NotFound} (404),
 *       {@code Conflict} (409). Below {@code /api/} the answer is {@code application/problem+json} (RFC 9457), elsewhere
 *       a page in plain words. What was sent is never repeated, and neither logs nor answers hold exception messages of
 *       others.
 *   <li><b>Bodies</b>: a multipart request is refused (415) before it is read, a body above
 *       {@code openhotline.web.max-body} (64KB) too (413).
 *   <li><b>Language</b>: {@code ?lang=fr}, else Accept-Language, within the country's languages; staff pages are English.
 *   <li>{@link org.openhotline.chassis.web.Defanged#text} is the only form in which an address is shown.
 * </ul>
 */
@NullMarked
package org.openhotline.chassis.web;

import org.jspecify.annotations.NullMarked;
