// SPDX-License-Identifier: Apache-2.0
package org.openhotline.contracts.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ActorsTest {
    /** What a component is called that says who did it. Another name for it belongs here and into {@link Actors}. */
    private static final Set<String> WHO = Set.of("actor", "account");
    /** Whose account was changed, which is not who changed it. */
    private static final Set<Class<?>> ALSO_WHOSE = Set.of(IdentityEvent.RealmChanged.class);

    @ParameterizedTest(name = "{0}")
    @MethodSource("everyEvent")
    void whoever_an_event_names_as_its_actor_is_found(String name, Event event) throws Exception {
        assertThat(Actors.of(event)).isEqualTo(named(event));
    }

    static Stream<Arguments> everyEvent() {
        Contract contract = Contract.published();
        return WireNames.all().entrySet().stream()
                .map(line -> Arguments.of(
                        line.getKey().getSimpleName(),
                        WireJson.MAPPER.treeToValue(contract.samples().get(line.getValue()), line.getKey())));
    }

    private static Optional<?> named(Event event) throws ReflectiveOperationException {
        for (RecordComponent component : event.getClass().getRecordComponents()) {
            boolean says = WHO.contains(component.getName())
                    && !(ALSO_WHOSE.contains(event.getClass())
                            && component.getName().equals("account"));
            if (says) {
                Object value = component.getAccessor().invoke(event);
                return value instanceof Optional<?> optional ? optional : Optional.of(value);
            }
        }
        return Optional.empty();
    }

    @Test
    void the_names_by_which_events_say_who_did_it_are_these_alone() {
        assertThat(WireNames.all().keySet().stream()
                        .flatMap(event -> Arrays.stream(event.getRecordComponents()))
                        .map(RecordComponent::getName)
                        .filter(name -> name.matches("(?i).*(actor|account|person|user|officer|analyst).*")))
                .isNotEmpty()
                .allMatch(WHO::contains);
    }
}
