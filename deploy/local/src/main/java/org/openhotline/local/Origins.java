// SPDX-License-Identifier: Apache-2.0
package org.openhotline.local;

import io.undertow.Handlers;
import io.undertow.Undertow;
import io.undertow.UndertowOptions;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.server.handlers.proxy.ProxyHandler;
import io.undertow.server.handlers.proxy.SimpleProxyClientProvider;
import io.undertow.util.Headers;
import io.undertow.util.HttpString;
import io.undertow.util.Methods;
import io.undertow.util.StatusCodes;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The two origins that a browser sees: the staff's, with one service under each prefix, and the public's, with the form
 * and the pages on which a host answers a notice. Nothing else of a service is reachable through them.
 */
final class Origins implements AutoCloseable {
    private static final String LOOPBACK = "127.0.0.1";
    private static final int PATIENCE_MS = 60_000;
    /** RFC 9110, section 15.5.20. */
    private static final int MISDIRECTED = 421;

    /** The services have limits, and say in their own words what is wrong. */
    private static final long ANY_SIZE = -1;

    /** A hundred thousand reports in one call, and however long they take. */
    private static final String IMPORTS = "/report-intake/api/imports";

    private static final int FOR_EVER = -1;

    private static final List<String> DOUBTFUL =
            List.of("..", "/.", "//", ";", "\\", "%2e", "%2f", "%5c", "%3b", "%00");
    /** A service refuses these before any of our code runs, and might quote them in its log. */
    private static final List<String> UNENCODED = List.of("[", "]", "{", "}", "|", "^", "`", "\"", "<", ">");

    private static final Pattern FOR_PROGRAMS = Pattern.compile(
            Module.all().stream().map(Module::id).collect(Collectors.joining("|", "/((", ")/)?api(/.*)?")));
    private static final Pattern ACTUATOR = Pattern.compile("(^|/)actuator(/|$)");
    private static final List<HttpString> NOT_BELIEVED = Stream.of(
                    "Forwarded",
                    "Traceparent",
                    "Tracestate",
                    "Baggage",
                    "X-Forwarded-For",
                    "X-Forwarded-Host",
                    "X-Forwarded-Port",
                    "X-Forwarded-Prefix",
                    "X-Forwarded-Proto",
                    "X-Forwarded-Server",
                    "X-Forwarded-Ssl")
            .map(HttpString::new)
            .toList();
    private static final String DOWN = """
            <!doctype html><html lang="en"><meta charset="utf-8"><title>Not reachable</title>
            <h1>This part is not reachable right now</h1>
            <p>What you sent was not accepted. Please try again in a minute.</p></html>
            """;
    /** RFC 9457, with the type and title that a service itself gives. */
    private static final String DOWN_FOR_PROGRAMS = """
            {"type":"urn:openhotline:problem:unavailable","title":"The service is not available at the moment",\
            "status":503,"detail":"What you sent was not accepted. Try again in half a minute."}""";

    private static final String STAFF_PAGE = """
            <!doctype html><html lang="en"><meta charset="utf-8"><title>OpenHotline staff</title>
            <h1>OpenHotline staff</h1><ul>%s</ul></html>
            """;

    private final Undertow server;

    private Origins(Undertow server) {
        this.server = server;
    }

    static Origins start(Options options) {
        var builder = Undertow.builder()
                .setIoThreads(1)
                .setWorkerThreads(4)
                .setServerOption(UndertowOptions.MAX_ENTITY_SIZE, ANY_SIZE)
                .setServerOption(UndertowOptions.ALWAYS_SET_KEEP_ALIVE, false);
        listen(builder, options.port(Part.PUBLIC), LOOPBACK, publicForm(options));
        listen(builder, options.port(Part.STAFF), "localhost", staff(options));
        var server = builder.build();
        server.start();
        return new Origins(server);
    }

    private static void listen(Undertow.Builder builder, int port, String host, HttpHandler pages) {
        var origin = host + ":" + port;
        builder.addListener(new Undertow.ListenerBuilder()
                .setType(Undertow.ListenerType.HTTP)
                .setHost(LOOPBACK)
                .setPort(port)
                .setRootHandler(only(origin, plainPaths(withoutClaims(tellingWhenDown(pages))))));
    }

    private static HttpHandler publicForm(Options options) {
        return Handlers.path(to(options, Module.REPORT_INTAKE, ""))
                .addPrefixPath("/report-intake", Origins::nothingHere)
                .addPrefixPath("/takedown", Origins::nothingHere)
                .addPrefixPath("/takedown/answer", to(options, Module.TAKEDOWN, "/takedown/answer"))
                .addPrefixPath("/takedown/kit", to(options, Module.TAKEDOWN, "/takedown/kit"));
    }

    private static HttpHandler staff(Options options) {
        var desks = Module.all();
        var paths = Handlers.path(Origins::nothingHere).addExactPath("/", exchange -> deskList(exchange, desks));
        desks.forEach(desk -> paths.addPrefixPath("/" + desk.id(), to(options, desk, "/" + desk.id())));
        return paths.addExactPath(IMPORTS, to(options, Module.REPORT_INTAKE, IMPORTS, FOR_EVER));
    }

    /** @param prefix is stripped on the way in, so it is put in front again */
    private static HttpHandler to(Options options, Module module, String prefix) {
        return to(options, module, prefix, PATIENCE_MS);
    }

    private static HttpHandler to(Options options, Module module, String prefix, int patience) {
        var target = URI.create("http://" + LOOPBACK + ":" + options.port(module.port()) + prefix);
        return ProxyHandler.builder()
                .setProxyClient(new SimpleProxyClientProvider(target))
                .setMaxRequestTime(patience)
                .build();
    }

    /** One name for each origin, so that a log-in or a cookie never depends on how somebody typed it. */
    private static HttpHandler only(String origin, HttpHandler next) {
        return exchange -> {
            if (origin.equals(exchange.getHostAndPort())) {
                next.handleRequest(exchange);
            } else if (exchange.getRequestMethod().equals(Methods.GET)) {
                exchange.setStatusCode(StatusCodes.FOUND);
                exchange.getResponseHeaders().put(Headers.LOCATION, "http://" + origin + "/");
                exchange.endExchange();
            } else {
                end(exchange, MISDIRECTED);
            }
        };
    }

    /** A path that a proxy and a service could read differently might lead past the prefixes, so it is refused. */
    private static HttpHandler plainPaths(HttpHandler next) {
        return exchange -> {
            var raw = exchange.getRequestURI().toLowerCase(Locale.ROOT);
            var query = exchange.getQueryString();
            boolean plain = raw.startsWith("/")
                    && DOUBTFUL.stream().noneMatch(raw::contains)
                    && UNENCODED.stream().noneMatch(c -> raw.contains(c) || query.contains(c));
            if (!plain) {
                end(exchange, StatusCodes.BAD_REQUEST);
            } else if (ACTUATOR.matcher(raw).find()) {
                nothingHere(exchange);
            } else {
                next.handleRequest(exchange);
            }
        };
    }

    /** What a client says of proxies or traces in front of us is not to be believed; ours are set from here on. */
    private static HttpHandler withoutClaims(HttpHandler next) {
        return exchange -> {
            NOT_BELIEVED.forEach(exchange.getRequestHeaders()::remove);
            next.handleRequest(exchange);
        };
    }

    private static HttpHandler tellingWhenDown(HttpHandler next) {
        return exchange -> {
            exchange.addDefaultResponseListener(Origins::tellThatItIsDown);
            next.handleRequest(exchange);
        };
    }

    private static boolean tellThatItIsDown(HttpServerExchange exchange) {
        if (exchange.getStatusCode() != StatusCodes.SERVICE_UNAVAILABLE
                && exchange.getStatusCode() != StatusCodes.BAD_GATEWAY) {
            return false;
        }
        exchange.setStatusCode(StatusCodes.SERVICE_UNAVAILABLE);
        exchange.getResponseHeaders().put(Headers.RETRY_AFTER, 30);
        if (FOR_PROGRAMS.matcher(exchange.getRequestPath()).matches()) {
            send(exchange, "application/problem+json", DOWN_FOR_PROGRAMS);
        } else {
            send(exchange, DOWN);
        }
        return true;
    }

    private static void deskList(HttpServerExchange exchange, List<Module> desks) {
        send(
                exchange,
                STAFF_PAGE.formatted(desks.stream()
                        .map(desk -> "<li><a href=\"/" + desk.id() + "/\">" + desk.id() + "</a></li>")
                        .collect(Collectors.joining())));
    }

    private static void send(HttpServerExchange exchange, String page) {
        send(exchange, "text/html; charset=utf-8", page);
    }

    private static void send(HttpServerExchange exchange, String type, String body) {
        exchange.getResponseHeaders().put(Headers.CONTENT_TYPE, type);
        exchange.getResponseHeaders().put(Headers.CACHE_CONTROL, "no-store");
        exchange.getResponseHeaders()
                .put(new HttpString("Content-Security-Policy"), "default-src 'none'; frame-ancestors 'none'");
        exchange.getResponseSender().send(body);
    }

    private static void nothingHere(HttpServerExchange exchange) {
        end(exchange, StatusCodes.NOT_FOUND);
    }

    private static void end(HttpServerExchange exchange, int status) {
        exchange.setStatusCode(status);
        exchange.endExchange();
    }

    @Override
    public void close() {
        server.stop();
    }
}
