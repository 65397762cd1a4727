// SPDX-License-Identifier: Apache-2.0
package org.openhotline.reportintake.flood.web;

import org.openhotline.chassis.security.AccessRules;
import org.openhotline.chassis.security.Refusals;
import org.openhotline.chassis.web.Pages;
import org.openhotline.reportintake.flood.FloodGate;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Places the filter inside the limits of bodies and outside everything else. */
@Configuration(proxyBeanMethods = false)
class FloodWebConfiguration {
    private static final int INSIDE_THE_BODY_LIMITS = Ordered.HIGHEST_PRECEDENCE + 40;

    @Bean
    FilterRegistrationBean<FloodFilter> floodFilter(FloodGate gate, AccessRules rules, Refusals refusals, Pages pages) {
        FilterRegistrationBean<FloodFilter> registration =
                new FilterRegistrationBean<>(new FloodFilter(gate, rules, refusals, new WaitPage(pages)));
        registration.setOrder(INSIDE_THE_BODY_LIMITS);
        return registration;
    }

    @Bean
    WebMvcConfigurer floodInterceptors(FloodGate gate, Refusals refusals) {
        return new WebMvcConfigurer() {
            @Override
            public void addInterceptors(InterceptorRegistry registry) {
                registry.addInterceptor(new TicketForPages(gate));
                registry.addInterceptor(new PartnerBudget(gate, refusals)).addPathPatterns("/report-intake/api/**");
            }
        };
    }
}
