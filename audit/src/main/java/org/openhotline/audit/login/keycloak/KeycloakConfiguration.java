// SPDX-License-Identifier: Apache-2.0
package org.openhotline.audit.login.keycloak;

import java.time.InstantSource;
import org.openhotline.audit.login.IdentityEvents;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

@Configuration(proxyBeanMethods = false)
class KeycloakConfiguration {
    @Bean
    KeycloakRealm keycloakRealm(
            @Value("${openhotline.issuer}") String issuer,
            @Value("${spring.application.name}") String client,
            @Value("${openhotline.client-secret:}") String secret,
            JsonMapper json,
            InstantSource clock) {
        return new KeycloakRealm(issuer, client, secret, json, clock);
    }

    @Bean
    IdentityEvents realmLogins(KeycloakRealm realm) {
        return new RealmLogins(realm);
    }

    @Bean
    IdentityEvents realmAdministration(KeycloakRealm realm) {
        return new RealmAdministration(realm);
    }
}
