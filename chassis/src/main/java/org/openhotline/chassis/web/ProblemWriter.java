// SPDX-License-Identifier: Apache-2.0
package org.openhotline.chassis.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.openhotline.chassis.security.AccessRules;
import org.openhotline.chassis.security.AccessRules.Entrance;
import org.openhotline.chassis.security.Denial;
import org.openhotline.chassis.security.Denials;
import org.openhotline.chassis.security.Refusal;
import org.openhotline.chassis.security.Refusals;
import org.openhotline.contracts.NotAllowed;
import org.openhotline.contracts.staff.Role;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.MessageSource;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.ViewResolver;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes problems: JSON (RFC 9457) below {@code /api/} and where a token is wanted, a page in plain words elsewhere. Works from filters too, before
 * any controller is chosen.
 */
final class ProblemWriter implements Refusals {
    private static final Logger LOG = LoggerFactory.getLogger(ProblemWriter.class);

    private final AccessRules rules;
    private final JsonMapper json;
    private final ViewResolver views;
    private final MessageSource words;
    private final Languages languages;
    private final Surroundings surroundings;
    private final Denials denials;

    ProblemWriter(
            AccessRules rules,
            JsonMapper json,
            ViewResolver views,
            MessageSource words,
            Languages languages,
            Surroundings surroundings,
            Denials denials) {
        this.rules = rules;
        this.json = json;
        this.views = views;
        this.words = words;
        this.languages = languages;
        this.surroundings = surroundings;
        this.denials = denials;
    }

    @Override
    public void answer(HttpServletRequest request, HttpServletResponse response, Refusal refusal) {
        Denial.of(refusal, request, rules).ifPresent(denials::denied);
        write(request, response, Problems.of(refusal));
    }

    void write(HttpServletRequest request, HttpServletResponse response, Throwable thrown) {
        if (thrown instanceof NotAllowed) {
            denials.denied(Denial.byRule(request, rules));
        }
        Problem problem = Problems.of(thrown);
        if (problem.status() >= 500) {
            LOG.error("{} could not be answered: {}", request.getMethod(), ScrubbedTrace.of(thrown));
        }
        write(request, response, problem);
    }

    void write(HttpServletRequest request, HttpServletResponse response, Problem problem) {
        if (response.isCommitted()) {
            return;
        }
        response.resetBuffer();
        response.setStatus(problem.status());
        problem.headers().forEach((name, values) -> values.forEach(value -> response.setHeader(name, value)));
        try {
            if (isCall(request)) {
                writeDocument(response, problem);
            } else {
                writePage(request, response, problem);
            }
        } catch (IOException e) {
            LOG.debug("the other side went away before it got its answer");
        }
    }

    private void writeDocument(HttpServletResponse response, Problem problem) throws IOException {
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.getOutputStream()
                .write(json.writeValueAsBytes(
                        problem.document(title(problem, Locale.ENGLISH), text(problem, Locale.ENGLISH))));
    }

    private void writePage(HttpServletRequest request, HttpServletResponse response, Problem problem)
            throws IOException {
        Locale language = languages.resolveLocale(request);
        request.setAttribute(DispatcherServlet.LOCALE_RESOLVER_ATTRIBUTE, languages);
        response.setContentType("text/html;charset=UTF-8");
        try {
            View view = views.resolveViewName("kit/problem", language);
            if (view == null) {
                throw new IllegalStateException("the page kit/problem is missing");
            }
            view.render(model(request, problem, language), request, response);
        } catch (IOException e) {
            throw e;
        } catch (Exception e) {
            LOG.error("a problem page could not be shown: {}", ScrubbedTrace.of(e));
            writePlainly(response, title(problem, language));
        }
    }

    private Map<String, Object> model(HttpServletRequest request, Problem problem, Locale language) {
        Map<String, Object> model = new HashMap<>();
        model.put(Surroundings.NAME, surroundings.of(request));
        model.put("layout", languages.isForStaff(request) ? "kit/staff" : "kit/public");
        model.put("title", title(problem, language));
        model.put("text", text(problem, language));
        // Our sentences about a case are English; another language gets the general words alone.
        boolean understood = language.getLanguage().equals(Locale.ENGLISH.getLanguage());
        model.put("detail", understood ? problem.detail().orElse("") : "");
        model.put("neededRoles", roles(problem));
        return model;
    }

    private static List<String> roles(Problem problem) {
        return problem.neededRoles().stream().map(Role::wireName).sorted().toList();
    }

    private static void writePlainly(HttpServletResponse response, String title) throws IOException {
        if (!response.isCommitted()) {
            response.resetBuffer();
            response.setContentType("text/plain;charset=UTF-8");
            response.getOutputStream().write(title.getBytes(StandardCharsets.UTF_8));
        }
    }

    private String title(Problem problem, Locale language) {
        return words.getMessage(key(problem) + ".title", null, language);
    }

    private String text(Problem problem, Locale language) {
        return words.getMessage(key(problem) + ".text", null, language);
    }

    private static String key(Problem problem) {
        return "kit.problem." + problem.kind().code();
    }

    private boolean isCall(HttpServletRequest request) {
        Object original = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        String path = original == null ? request.getRequestURI() : original.toString();
        return path.startsWith(request.getContextPath() + "/api/") || rules.isFor(Entrance.API, request);
    }
}
