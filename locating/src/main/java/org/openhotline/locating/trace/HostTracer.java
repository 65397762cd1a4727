// SPDX-License-Identifier: Apache-2.0
package org.openhotline.locating.trace;

import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import org.openhotline.contracts.InvalidInput;
import org.openhotline.contracts.item.LocatorKind;
import org.openhotline.contracts.item.TraceOutcome;
import org.openhotline.locating.dns.NameResolver;
import org.openhotline.locating.dns.Resolution;
import org.openhotline.locating.egress.EgressGuard;
import org.openhotline.locating.egress.GuardedHttp;
import org.openhotline.locating.egress.HostLookup;
import org.openhotline.locating.egress.LookupFailed;
import org.openhotline.locating.rdap.AbuseContact;
import org.openhotline.locating.rdap.BootstrapSource;
import org.openhotline.locating.rdap.RdapClient;
import org.openhotline.locating.rdap.RegistryRecord;
import org.openhotline.locating.url.Locator;
import org.openhotline.locating.url.Locators;
import org.openhotline.locating.url.WebAddress;

/**
 * From an address to the network that hosts it: the name is resolved, then the registry of each of its IP addresses is asked
 * until one names an abuse desk. Everything that was asked and answered goes into the findings, nothing into a log.
 */
final class HostTracer implements HostTracing {
    private static final String IANA = "https://data.iana.org/rdap/";
    private static final int MAX_NETWORKS = 3;

    private final NameResolver names;
    private final RdapClient registries;
    private final EgressGuard guard;

    HostTracer(NameResolver names, RdapClient registries, EgressGuard guard) {
        this.names = names;
        this.registries = registries;
        this.guard = guard;
    }

    static HostTracer with(TracingSettings settings) {
        NameResolver names = settings.dnsServer()
                .map(server -> NameResolver.asking(server, settings.timeout()))
                .orElseGet(() -> NameResolver.ofTheSystem(settings.timeout()));
        EgressGuard guard = EgressGuard.allowing(settings.allowedNetworks());
        GuardedHttp http = new GuardedHttp(guard, serverLookup(names));
        BootstrapSource bootstrap = BootstrapSource.at(settings.rdapBootstrap().orElse(IANA), http, settings.timeout());
        return new HostTracer(names, new RdapClient(bootstrap, http, settings.timeout()), guard);
    }

    /** Registries are found by the same name server, so that one time limit holds and no search domain is appended. */
    private static HostLookup serverLookup(NameResolver names) {
        return host -> switch (names.resolve(host)) {
            case Resolution.Found found -> found.addresses();
            case Resolution.Gone gone -> throw new LookupFailed("the server's name does not resolve");
            case Resolution.Failed failed -> throw new LookupFailed(failed.reason());
        };
    }

    @Override
    public TracedHost trace(LocatorKind kind, String address) {
        Locator locator;
        try {
            locator = Locators.identify(Optional.of(kind), address);
        } catch (InvalidInput e) {
            return new TracedHost(TraceOutcome.FAILED, Optional.empty(), Optional.empty(), Optional.empty());
        }
        Findings findings = new Findings(locator.host().orElse(""));
        try {
            return trace(locator, findings);
        } catch (RuntimeException e) {
            // its message may hold the address and must not reach a log by way of the caller
            findings.note("The look-up broke: " + e.getClass().getSimpleName());
            return findings.end(TraceOutcome.FAILED);
        }
    }

    private TracedHost trace(Locator locator, Findings findings) {
        if (!locator.kind().isTraceable()) {
            findings.note(
                    locator.kind() == LocatorKind.ONION
                            ? "An onion service hides its host: there is nothing to look up"
                            : "It is not a page that has a host: there is nothing to look up");
            return findings.end(TraceOutcome.NOT_TRACEABLE);
        }
        Optional<InetAddress> literal =
                WebAddress.parse(locator.exact()).flatMap(a -> a.host().literal());
        if (literal.isPresent()) {
            findings.note("The host is an IP address");
            findings.addresses(List.of(literal.get()));
            return askRegistries(List.of(literal.get()), findings);
        }
        return switch (names.resolve(locator.host().orElseThrow())) {
            case Resolution.Found found -> {
                findings.resolved(found);
                yield askRegistries(found.addresses(), findings);
            }
            case Resolution.Gone gone -> {
                findings.note(gone.nameExists() ? "DNS: the name has no address" : "DNS: the name does not exist");
                yield findings.end(TraceOutcome.DNS_GONE);
            }
            case Resolution.Failed failed -> {
                findings.note("DNS: " + failed.reason());
                yield findings.end(TraceOutcome.FAILED);
            }
        };
    }

    private TracedHost askRegistries(List<InetAddress> addresses, Findings findings) {
        List<InetAddress> lookedUp = addresses.stream().filter(guard::allows).toList();
        if (lookedUp.size() < addresses.size()) {
            findings.note("Not looked up, since not public: " + (addresses.size() - lookedUp.size()) + " of "
                    + addresses.size() + " addresses");
        }
        boolean known = false;
        for (InetAddress address : lookedUp.subList(0, Math.min(MAX_NETWORKS, lookedUp.size()))) {
            Optional<RegistryRecord> network = network(address, findings);
            known |= network.isPresent();
            if (network.isPresent() && hasContact(network.get(), findings)) {
                return findings.end(TraceOutcome.TRACED);
            }
        }
        return findings.end(known ? TraceOutcome.NO_CONTACT : TraceOutcome.FAILED);
    }

    private Optional<RegistryRecord> network(InetAddress address, Findings findings) {
        try {
            Optional<RegistryRecord> network = registries.network(address);
            network.ifPresentOrElse(
                    n -> findings.network(address, n),
                    () -> findings.note("RDAP " + Findings.text(address) + ": the registry knows no such network"));
            return network;
        } catch (LookupFailed e) {
            findings.note("RDAP " + Findings.text(address) + ": " + e.reason());
            return Optional.empty();
        }
    }

    /** The network's own abuse desk, or else the one of the autonomous system that announces it. */
    private boolean hasContact(RegistryRecord network, Findings findings) {
        Optional<AbuseContact> own = network.abuse();
        if (own.isPresent()) {
            findings.contact(own.get(), network, "the network's record");
            return true;
        }
        network.other().ifPresent(findings::unusedContact);
        Optional<Long> asn = network.asn();
        Optional<AbuseContact> announcer = asn.flatMap(n -> contactOf(n, findings));
        announcer.ifPresent(c -> findings.contact(c, network, "the record of AS" + asn.orElseThrow()));
        return announcer.isPresent();
    }

    private Optional<AbuseContact> contactOf(long asn, Findings findings) {
        try {
            Optional<AbuseContact> abuse = registries.autonomousSystem(asn).flatMap(RegistryRecord::abuse);
            if (abuse.isEmpty()) {
                findings.note("RDAP AS" + asn + ": no abuse contact");
            }
            return abuse;
        } catch (LookupFailed e) {
            findings.note("RDAP AS" + asn + ": " + e.reason());
            return Optional.empty();
        }
    }
}
