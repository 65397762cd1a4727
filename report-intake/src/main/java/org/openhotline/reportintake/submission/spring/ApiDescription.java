// SPDX-License-Identifier: Apache-2.0
package org.openhotline.reportintake.submission.spring;

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
                        .title("OpenHotline: report intake")
                        .version("1")
                        .description("Reports addresses to the hotline. No content, ever: addresses and words only."))
                .servers(List.of(new Server().url("/")));
    }
}
