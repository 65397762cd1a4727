// SPDX-License-Identifier: Apache-2.0
package org.openhotline.chassis.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.openhotline.chassis.security.AccessRules;
import org.openhotline.chassis.security.Denial;
import org.openhotline.chassis.security.Denials;
import org.openhotline.contracts.Conflict;
import org.openhotline.contracts.InvalidInput;
import org.openhotline.contracts.NotAllowed;
import org.openhotline.contracts.NotFound;
import org.openhotline.contracts.staff.Actor;
import org.openhotline.contracts.staff.Role;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

/** A tiny service with one of each: an open page, a staff page, a call. */
@SpringBootConfiguration
@Import({WithoutBrokerAndStore.class, SampleApplication.Pages.class})
class SampleApplication {
    static final String SECRET = "https://reported.example/secret-path";

    @Bean
    AccessRules accessRules() {
        return AccessRules.rules()
                .open("/open/**", "/api/open/**")
                .pages("/desk/**", Role.ANALYST, Role.SENIOR_ANALYST)
                .pages("/police/**", Role.LIAISON_OFFICER)
                .api("/api/**", Role.AUDITOR)
                .api("/tlog/**", Role.AUDITOR);
    }

    /** Keeps what it hears. */
    static final class Heard implements Denials {
        final Queue<Denial> all = new ConcurrentLinkedQueue<>();

        @Override
        public void denied(Denial denial) {
            all.add(denial);
        }
    }

    @Bean
    Heard heard() {
        return new Heard();
    }

    record Item(String address, int count) {
        Item {
            if (address.isBlank()) {
                throw new InvalidInput("address", "is empty", "a web address");
            }
        }
    }

    record Order(List<Item> items) {}

    @Controller
    static class Pages {
        @GetMapping("/open/page")
        String open() {
            return "sample/public";
        }

        @PostMapping("/open/form")
        @ResponseBody
        String form(@RequestParam String text) {
            return String.valueOf(text.length());
        }

        @GetMapping("/open/session")
        @ResponseBody
        String session(HttpServletRequest request) {
            return request.getSession().getId();
        }

        @GetMapping("/open/forwarded")
        @ResponseBody
        String forwarded(HttpServletRequest request) {
            return request.getRequestURL().toString();
        }

        @GetMapping("/open/number/{number}")
        @ResponseBody
        String number(@PathVariable int number) {
            return String.valueOf(number);
        }

        @GetMapping({"/open/fail/{how}", "/api/open/fail/{how}"})
        @ResponseBody
        String fail(@PathVariable String how) {
            throw switch (how) {
                case "invalid" -> new InvalidInput("addresses[3].kind", "is not a kind", "web, onion");
                case "missing" -> new NotFound("There is no such item.");
                case "conflict" -> new Conflict("Somebody else has claimed this item.");
                case "forbidden" -> new NotAllowed("Nobody reviews an own assessment.");
                case "store" -> new DataAccessResourceFailureException(SECRET);
                default -> new IllegalStateException(SECRET);
            };
        }

        @GetMapping("/open/broken")
        String broken(Model model) {
            model.addAttribute("secret", SECRET);
            return "sample/broken";
        }

        @PostMapping("/api/open/orders")
        @ResponseBody
        Map<String, Object> order(@RequestBody Order order) {
            return Map.of("items", order.items().size());
        }

        @GetMapping({"/desk/queue", "/police/desk"})
        String queue(Actor actor, Model model) {
            model.addAttribute("actor", actor.id());
            return "sample/staff";
        }

        @GetMapping("/desk/refused")
        String refused() {
            throw new UnsupportedOperationException();
        }

        @GetMapping("/desk/items/{id}/own")
        @ResponseBody
        String own(@PathVariable String id) {
            throw new NotAllowed("Nobody reviews an own assessment.");
        }

        @ExceptionHandler(UnsupportedOperationException.class)
        String again(Model model) {
            model.addAttribute("actor", "again");
            return "sample/staff";
        }

        @PostMapping("/desk/claim")
        @ResponseBody
        String claim(Actor actor) {
            return actor.id();
        }

        @GetMapping("/api/whoami")
        @ResponseBody
        Map<String, Object> whoAmI(Actor actor) {
            return Map.of("id", actor.id(), "roles", actor.roles());
        }

        @GetMapping("/hidden")
        @ResponseBody
        String hidden() {
            return "nobody listed this";
        }
    }
}
