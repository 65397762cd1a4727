// SPDX-License-Identifier: Apache-2.0
package org.openhotline.chassis.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.openhotline.contracts.staff.Role;
import org.springframework.http.HttpHeaders;

/**
 * Why a request got no better answer (RFC 9457). Holds nothing that was sent.
 *
 * @param detail a sentence of ours about this very case, in English
 * @param headers to send along, for example Allow or Retry-After
 * @param neededRoles of which one would have been enough
 */
record Problem(
        ProblemKind kind,
        int status,
        Optional<String> detail,
        List<FieldError> errors,
        HttpHeaders headers,
        Set<Role> neededRoles) {

    /** @param pointer where in what was sent, as a JSON pointer in a fragment: {@code #/items/0/address} */
    record FieldError(String pointer, String detail, Optional<String> allowed) {}

    static Problem of(ProblemKind kind) {
        return new Problem(kind, kind.status(), Optional.empty(), List.of(), new HttpHeaders(), Set.of());
    }

    Problem because(String detail) {
        return new Problem(kind, status, Optional.of(detail), errors, headers, neededRoles);
    }

    Problem at(List<FieldError> errors) {
        return new Problem(kind, status, detail, List.copyOf(errors), headers, neededRoles);
    }

    Problem withStatus(int status) {
        return new Problem(kind, status, detail, errors, headers, neededRoles);
    }

    Problem withHeaders(HttpHeaders more) {
        return new Problem(kind, status, detail, errors, more, neededRoles);
    }

    Problem withHeader(String name, String value) {
        HttpHeaders more = new HttpHeaders(headers);
        more.set(name, value);
        return withHeaders(more);
    }

    Problem needing(Set<Role> roles) {
        return new Problem(kind, status, detail, errors, headers, Set.copyOf(roles));
    }

    /** The members of the JSON document. @param title in English @param text said where there is no detail */
    Map<String, Object> document(String title, String text) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("type", kind.type());
        document.put("title", title);
        document.put("status", status);
        document.put("detail", detail.orElse(text + roles()));
        if (!errors.isEmpty()) {
            document.put("errors", errors.stream().map(Problem::document).toList());
        }
        return document;
    }

    private String roles() {
        return neededRoles.isEmpty()
                ? ""
                : " One of these roles is needed: "
                        + neededRoles.stream().map(Role::wireName).sorted().collect(Collectors.joining(", ")) + ".";
    }

    private static Map<String, String> document(FieldError error) {
        Map<String, String> document = new LinkedHashMap<>();
        document.put("pointer", error.pointer());
        document.put("detail", error.detail());
        error.allowed().ifPresent(allowed -> document.put("allowed", allowed));
        return document;
    }
}
