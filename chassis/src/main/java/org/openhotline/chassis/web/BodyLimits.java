// SPDX-License-Identifier: Apache-2.0
package org.openhotline.chassis.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses files and long bodies before a controller runs. A request that carries a file, in parts or bare, is never
 * read, so that no file is ever buffered, in memory or on disk. All bodies together
 * take no more memory than {@link BodyBudget} has.
 */
final class BodyLimits extends OncePerRequestFilter {
    /** How the types of what can be a picture, a recording or a container of them begin. */
    private static final List<String> FILES = List.of(
            "multipart/",
            "image/",
            "video/",
            "audio/",
            "application/octet-stream",
            "application/pdf",
            "application/zip");

    private final long limit;
    private final Set<String> streamed;
    private final long streamedLimit;
    private final BodyBudget budget;
    private final ProblemWriter problems;

    /**
     * @param limit in bytes; the container's limit for forms is the same
     * @param streamed paths below the context path whose controllers read a long body piece by piece
     * @param streamedLimit in bytes, for those
     */
    BodyLimits(long limit, Set<String> streamed, long streamedLimit, BodyBudget budget, ProblemWriter problems) {
        this.limit = limit;
        this.streamed = Set.copyOf(streamed);
        this.streamedLimit = streamedLimit;
        this.budget = budget;
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        String type =
                Optional.ofNullable(request.getContentType()).orElse("").strip().toLowerCase(Locale.ROOT);
        if (FILES.stream().anyMatch(type::startsWith)) {
            refuse(request, response, ProblemKind.FILES_REFUSED);
        } else if (request.getContentLengthLong() > limit(request)) {
            refuse(request, response, ProblemKind.TOO_LARGE);
        } else if (hasNoBody(request) || isStreamed(request)) {
            chain.doFilter(new Limited(request, limit(request)), response);
        } else {
            withinBudget(type, request, response, chain);
        }
    }

    private static boolean hasNoBody(HttpServletRequest request) {
        return request.getContentLengthLong() <= 0 && request.getHeader(HttpHeaders.TRANSFER_ENCODING) == null;
    }

    private void withinBudget(String type, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        long length = request.getContentLengthLong();
        try (BodyBudget.Place _ = budget.take(length < 0 ? limit : length)) {
            if (type.startsWith(MediaType.APPLICATION_FORM_URLENCODED_VALUE)) {
                request.getParameterMap(); // the container reads the form here, and refuses a long one
            }
            chain.doFilter(new Limited(request, limit), response);
        } catch (BodyBudget.Full e) {
            refuse(request, response, ProblemKind.UNAVAILABLE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            refuse(request, response, ProblemKind.UNAVAILABLE);
        }
    }

    private long limit(HttpServletRequest request) {
        return isStreamed(request) ? streamedLimit : limit;
    }

    /** Never in memory as a whole, so that it needs no place there. */
    private boolean isStreamed(HttpServletRequest request) {
        return streamed.contains(
                request.getRequestURI().substring(request.getContextPath().length()));
    }

    private void refuse(HttpServletRequest request, HttpServletResponse response, ProblemKind kind) {
        Problem problem = Problem.of(kind).withHeader(HttpHeaders.CONNECTION, "close");
        problems.write(
                request,
                response,
                kind == ProblemKind.UNAVAILABLE ? problem.withHeader(HttpHeaders.RETRY_AFTER, "5") : problem);
    }

    private static final class Limited extends HttpServletRequestWrapper {
        private final long limit;
        private @Nullable ServletInputStream body;

        Limited(HttpServletRequest request, long limit) {
            super(request);
            this.limit = limit;
        }

        @Override
        public ServletInputStream getInputStream() throws IOException {
            ServletInputStream opened = body == null ? new LimitedBody(super.getInputStream(), limit) : body;
            body = opened;
            return opened;
        }

        @Override
        public BufferedReader getReader() throws IOException {
            Charset charset = Optional.ofNullable(getCharacterEncoding())
                    .map(Charset::forName)
                    .orElse(StandardCharsets.UTF_8);
            return new BufferedReader(new InputStreamReader(getInputStream(), charset));
        }
    }

    private static final class LimitedBody extends ServletInputStream {
        private final ServletInputStream body;
        private final long limit;
        private long read;

        LimitedBody(ServletInputStream body, long limit) {
            this.body = body;
            this.limit = limit;
        }

        @Override
        public int read() throws IOException {
            int next = body.read();
            count(next < 0 ? 0 : 1);
            return next;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int count = body.read(buffer, offset, length);
            count(Math.max(count, 0));
            return count;
        }

        private void count(int more) throws BodyTooLarge {
            read += more;
            if (read > limit) {
                throw new BodyTooLarge(limit);
            }
        }

        @Override
        public boolean isFinished() {
            return body.isFinished();
        }

        @Override
        public boolean isReady() {
            return body.isReady();
        }

        @Override
        public void setReadListener(ReadListener listener) {
            body.setReadListener(listener);
        }
    }
}
