// SPDX-License-Identifier: Apache-2.0
package org.openhotline.stack.mail;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.openhotline.stack.web.Page;
import tools.jackson.databind.json.JsonMapper;

/** The mailbox as pages: a list, each message as text, the list as JSON and each message as it arrived. */
final class MailboxPages {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Pattern MESSAGE = Pattern.compile("/messages/(\\d{1,9})(\\.eml)?");
    private static final String LIST = """
            <!doctype html>
            <html lang="en"><head><meta charset="utf-8"><title>Mailbox</title>
            <style>body{font:16px/1.5 sans-serif;margin:2rem auto;max-width:70rem;padding:0 1rem}
            table{border-collapse:collapse;width:100%%}th,td{text-align:start;padding:.4rem;border-block-end:1px solid #ccc}</style>
            </head><body><h1>Mailbox</h1>
            <p>Everything this machine has sent since it was started. Nothing left it, and nothing of it is on disk.</p>
            <table><thead><tr><th>No.</th><th>To</th><th>From</th><th>Subject</th><th></th></tr></thead>
            <tbody>
            %s</tbody></table></body></html>
            """;
    private static final String ROW = """
            <tr><td>%1$d</td><td>%2$s</td><td>%3$s</td><td><a href="/messages/%1$d">%4$s</a></td>\
            <td><a href="/messages/%1$d.eml">source</a></td></tr>
            """;

    private final MailSink sink;

    MailboxPages(MailSink sink) {
        this.sink = sink;
    }

    Page page(String path) {
        if (path.equals("/")) {
            return Page.html(list());
        }
        if (path.equals("/messages.json")) {
            return Page.text(200, "application/json", json());
        }
        var match = MESSAGE.matcher(path);
        if (!match.matches()) {
            return Page.notFound();
        }
        boolean source = match.group(2) != null;
        return find(Integer.parseInt(match.group(1)))
                .map(mail -> Page.plain(200, source ? mail.raw() : mail.header() + "\r\n\r\n" + mail.text()))
                .orElseGet(Page::notFound);
    }

    private Optional<CaughtMail> find(int id) {
        return sink.newestFirst().stream().filter(mail -> mail.id() == id).findFirst();
    }

    private String list() {
        return LIST.formatted(sink.newestFirst().stream().map(MailboxPages::row).collect(Collectors.joining()));
    }

    private static String row(CaughtMail mail) {
        return ROW.formatted(
                mail.id(),
                Page.escaped(String.join(", ", mail.to())),
                Page.escaped(mail.from()),
                Page.escaped(mail.subject().isBlank() ? "(no subject)" : mail.subject()));
    }

    private String json() {
        return JSON.writeValueAsString(sink.newestFirst().stream()
                .map(mail -> Map.of("id", mail.id(), "from", mail.from(), "to", mail.to(), "subject", mail.subject()))
                .toList());
    }
}
