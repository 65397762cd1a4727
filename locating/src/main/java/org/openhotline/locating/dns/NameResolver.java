// SPDX-License-Identifier: Apache-2.0
package org.openhotline.locating.dns;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.openhotline.locating.egress.Deadline;
import org.xbill.DNS.AAAARecord;
import org.xbill.DNS.ARecord;
import org.xbill.DNS.CNAMERecord;
import org.xbill.DNS.DClass;
import org.xbill.DNS.ExtendedResolver;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Resolver;
import org.xbill.DNS.ResolverConfig;
import org.xbill.DNS.Section;
import org.xbill.DNS.SimpleResolver;
import org.xbill.DNS.TextParseException;
import org.xbill.DNS.Type;

/**
 * Asks a recursive name server for A and AAAA records, past every cache of this machine and without its search domains:
 * {@code InetAddress} would hide aliases and could not tell a name that is gone from a server that is down.
 */
public final class NameResolver {
    private static final int MAX_ALIASES = 16;
    private static final int MAX_ADDRESSES = 32;
    private static final int TRIES = 2;

    private final Resolver resolver;
    private final Duration timeout;

    private NameResolver(List<InetSocketAddress> servers, Duration timeout) {
        this.resolver = resolver(servers, timeout);
        this.timeout = timeout;
    }

    /**
     * Asks one server.
     *
     * @param hostAndPort such as {@code 127.0.0.1:15353} or {@code [2001:db8::53]:53}; the host must be an IP address
     */
    public static NameResolver asking(String hostAndPort, Duration timeout) {
        return new NameResolver(List.of(ServerText.parse(hostAndPort)), timeout);
    }

    /** Asks the servers that this machine is set up with. */
    public static NameResolver ofTheSystem(Duration timeout) {
        return new NameResolver(ResolverConfig.getCurrentConfig().servers(), timeout);
    }

    /**
     * Asks for both address families at once.
     *
     * @param host in A-label form
     */
    public Resolution resolve(String host) {
        String lower = host.toLowerCase(Locale.ROOT);
        if (lower.endsWith(".onion") || lower.endsWith(".onion.")) {
            return new Resolution.Failed("onion names are never asked of the DNS (RFC 7686)");
        }
        Name name;
        try {
            name = Name.fromString(host, Name.root);
        } catch (TextParseException e) {
            return new Resolution.Failed("the host is no DNS name");
        }
        Deadline deadline = Deadline.in(timeout);
        CompletableFuture<Chain> ipv6 = ask(Chain.from(name, Type.AAAA));
        return combined(finished(ask(Chain.from(name, Type.A)), deadline), finished(ipv6, deadline));
    }

    private static Resolution combined(Chain ipv4, Chain ipv6) {
        List<InetAddress> addresses = new ArrayList<>(ipv4.addresses());
        addresses.addAll(ipv6.addresses());
        if (!addresses.isEmpty()) {
            Chain told = ipv4.addresses().isEmpty() ? ipv6 : ipv4;
            boolean complete = ipv4.failure().isEmpty() && ipv6.failure().isEmpty();
            return new Resolution.Found(
                    addresses.subList(0, Math.min(MAX_ADDRESSES, addresses.size())), told.aliases(), complete);
        }
        if (ipv4.gone() || ipv6.gone()) {
            return new Resolution.Gone(false);
        }
        return ipv4.failure()
                .or(ipv6::failure)
                .<Resolution>map(Resolution.Failed::new)
                .orElseGet(() -> new Resolution.Gone(true));
    }

    private static Chain finished(CompletableFuture<Chain> chain, Deadline deadline) {
        return chain.completeOnTimeout(
                        Chain.failed("the name server gave no answer in time"),
                        Math.max(1, deadline.left().toMillis()),
                        TimeUnit.MILLISECONDS)
                .join();
    }

    /** Asks on while an answer ends in an alias whose own address is not in it. */
    private CompletableFuture<Chain> ask(Chain chain) {
        Message query = Message.newQuery(Record.newRecord(chain.last(), chain.type(), DClass.IN));
        return resolver.sendAsync(query)
                .toCompletableFuture()
                .thenCompose(answer -> {
                    Chain next = chain.followedBy(answer);
                    return next.isOpen() ? ask(next) : CompletableFuture.completedFuture(next);
                })
                .exceptionally(e -> Chain.failed(reason(e)));
    }

    private static String reason(Throwable e) {
        Throwable cause = e instanceof CompletionException && e.getCause() != null ? e.getCause() : e;
        String timedOut = "the name server gave no answer in time";
        return cause instanceof IOException
                        && String.valueOf(cause.getMessage()).startsWith("Timed out")
                ? timedOut
                : "the name server could not be asked";
    }

    private static Resolver resolver(List<InetSocketAddress> servers, Duration timeout) {
        List<Resolver> each = new ArrayList<>();
        for (InetSocketAddress server : servers) {
            SimpleResolver simple = new SimpleResolver(server);
            simple.setTimeout(timeout.dividedBy(TRIES));
            each.add(simple);
        }
        ExtendedResolver all = new ExtendedResolver(each);
        all.setRetries(TRIES);
        all.setTimeout(timeout);
        return all;
    }

    /** How far the question for one address family has come. */
    private record Chain(
            int type,
            Name last,
            List<String> aliases,
            List<InetAddress> addresses,
            boolean gone,
            Optional<String> failure,
            boolean isOpen) {

        static Chain from(Name name, int type) {
            return new Chain(type, name, List.of(), List.of(), false, Optional.empty(), true);
        }

        static Chain failed(String reason) {
            return new Chain(0, Name.root, List.of(), List.of(), false, Optional.of(reason), false);
        }

        Chain followedBy(Message answer) {
            int rcode = answer.getRcode();
            if (rcode == Rcode.NXDOMAIN) {
                return new Chain(type, last, aliases, List.of(), true, Optional.empty(), false);
            }
            if (rcode != Rcode.NOERROR) {
                return failed("the name server answered " + Rcode.string(rcode));
            }
            return following(answer.getSection(Section.ANSWER));
        }

        private Chain following(List<Record> records) {
            Set<String> chain = new LinkedHashSet<>(aliases);
            Name name = last;
            for (Optional<Name> target = alias(records, name); target.isPresent(); target = alias(records, name)) {
                name = target.get();
                if (!chain.add(name.toString(true)) || chain.size() > MAX_ALIASES) {
                    return failed("the name is an alias of itself or of too many others");
                }
            }
            List<InetAddress> found = addresses(records, name);
            boolean open = found.isEmpty() && !name.equals(last);
            return new Chain(type, name, List.copyOf(chain), found, false, Optional.empty(), open);
        }

        private static Optional<Name> alias(List<Record> records, Name name) {
            return records.stream()
                    .filter(r -> r instanceof CNAMERecord && r.getName().equals(name))
                    .map(r -> ((CNAMERecord) r).getTarget())
                    .findFirst();
        }

        private List<InetAddress> addresses(List<Record> records, Name name) {
            return records.stream()
                    .filter(r -> r.getType() == type && r.getName().equals(name))
                    .map(r -> r instanceof ARecord a ? a.getAddress() : ((AAAARecord) r).getAddress())
                    .toList();
        }
    }
}
