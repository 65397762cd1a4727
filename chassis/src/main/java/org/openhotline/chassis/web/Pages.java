// SPDX-License-Identifier: Apache-2.0
package org.openhotline.chassis.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.ViewResolver;

/** Makes a page in the kit's layout from outside a controller, for example from a filter. */
public final class Pages {
    private final ViewResolver views;
    private final Languages languages;
    private final Surroundings surroundings;

    Pages(ViewResolver views, Languages languages, Surroundings surroundings) {
        this.views = views;
        this.languages = languages;
        this.surroundings = surroundings;
    }

    /** The language that the page of this request is in. */
    public Locale language(HttpServletRequest request) {
        return languages.resolveLocale(request);
    }

    /** The page as text; nothing is written to {@code response}. */
    public String of(String view, Map<String, ?> model, HttpServletRequest request, HttpServletResponse response) {
        Map<String, Object> whole = new HashMap<>(model);
        whole.put(Surroundings.NAME, surroundings.of(request));
        request.setAttribute(DispatcherServlet.LOCALE_RESOLVER_ATTRIBUTE, languages);
        Captured captured = new Captured(response);
        try {
            View found = views.resolveViewName(view, language(request));
            if (found == null) {
                throw new IllegalStateException("the page " + view + " is missing");
            }
            found.render(whole, request, captured);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException("the page " + view + " cannot be made", e);
        }
        return captured.text();
    }

    private static final class Captured extends HttpServletResponseWrapper {
        private final StringWriter text = new StringWriter();
        private final PrintWriter writer = new PrintWriter(text);

        Captured(HttpServletResponse response) {
            super(response);
        }

        @Override
        public PrintWriter getWriter() {
            return writer;
        }

        @Override
        public void setContentType(String type) {
            // whoever sends the text says what it is
        }

        @Override
        public void flushBuffer() {
            writer.flush();
        }

        String text() {
            writer.flush();
            return text.toString();
        }
    }
}
