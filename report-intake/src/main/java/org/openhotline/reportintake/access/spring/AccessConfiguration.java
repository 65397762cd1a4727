// SPDX-License-Identifier: Apache-2.0
package org.openhotline.reportintake.access.spring;

import org.openhotline.contracts.access.Accesses;
import org.openhotline.reportintake.access.AccessLog;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class AccessConfiguration {
    @Bean
    AccessLog accessLog(Accesses accesses) {
        return new AccessLog(accesses);
    }
}
