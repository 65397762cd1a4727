// SPDX-License-Identifier: Apache-2.0
package org.openhotline.audit.web;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.servers.Server;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The head of the OpenAPI document; its body follows from the controllers. */
@Configuration(proxyBeanMethods = false)
class ApiDescription {
    @Bean
    OpenAPI openApi() {
        return new OpenAPI()
                .info(new Info()
                        .title("OpenHotline: audit")
                        .version("1")
                        .description(
                                "Entries of the log, their proofs, and whether the log is sound. For auditors, with a"
                                        + " bearer token. The log itself, as C2SP tlog-tiles, lies below /tlog/."))
                .servers(List.of(new Server().url("/audit")));
    }
}
