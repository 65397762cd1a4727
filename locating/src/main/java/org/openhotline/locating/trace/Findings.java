// SPDX-License-Identifier: Apache-2.0
package org.openhotline.locating.trace;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.openhotline.contracts.item.HostDetails;
import org.openhotline.contracts.item.TraceOutcome;
import org.openhotline.locating.dns.Resolution;
import org.openhotline.locating.rdap.AbuseContact;
import org.openhotline.locating.rdap.RegistryRecord;
import org.openhotline.locating.url.Ipv6Text;

/** Collects what a trace learns, step by step, so that a trace that breaks off still tells how far it came. */
final class Findings {
    private final String host;
    private final List<String> addresses = new ArrayList<>();
    private final List<String> sources = new ArrayList<>();
    private Optional<RegistryRecord> network = Optional.empty();
    private Optional<AbuseContact> abuse = Optional.empty();

    Findings(String host) {
        this.host = host;
    }

    void note(String line) {
        sources.add(line);
    }

    void addresses(List<InetAddress> found) {
        found.forEach(a -> addresses.add(text(a)));
    }

    void resolved(Resolution.Found found) {
        addresses(found.addresses());
        note("DNS: " + found.addresses().size() + (found.addresses().size() == 1 ? " address" : " addresses")
                + (found.aliases().isEmpty() ? "" : ", alias of " + String.join(", ", found.aliases()))
                + (found.complete() ? "" : "; one address family could not be asked"));
    }

    /** The first network stands for the host, unless a later one names an abuse desk. */
    void network(InetAddress address, RegistryRecord found) {
        network = network.or(() -> Optional.of(found));
        note("RDAP " + text(address) + ": network " + found.name().orElse("without a name")
                + found.holder().map(h -> ", held by " + h).orElse("")
                + found.country().map(c -> ", country " + c).orElse("")
                + found.asn().map(n -> ", AS" + n).orElse("") + " (" + found.registry() + ")");
    }

    void contact(AbuseContact contact, RegistryRecord of, String where) {
        network = Optional.of(of);
        abuse = Optional.of(contact);
        note("Abuse contact from " + where + handle(contact));
    }

    void unusedContact(AbuseContact contact) {
        note("No abuse contact in the network's record; not used instead: " + contact.role() + " contact "
                + contact.email() + handle(contact));
    }

    TracedHost end(TraceOutcome outcome) {
        HostDetails details = new HostDetails(
                host, addresses, network.flatMap(n -> n.holder().or(n::name)), abuse.map(AbuseContact::email), sources);
        return new TracedHost(
                outcome,
                network.flatMap(RegistryRecord::country),
                network.flatMap(RegistryRecord::asn),
                Optional.of(details));
    }

    private static String handle(AbuseContact contact) {
        return contact.handle().map(h -> ", entity " + h).orElse("");
    }

    static String text(InetAddress address) {
        return address instanceof Inet6Address ? Ipv6Text.write(address.getAddress()) : address.getHostAddress();
    }
}
