// SPDX-License-Identifier: Apache-2.0
package org.openhotline.chassis.web;

import jakarta.servlet.Filter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import org.openhotline.chassis.country.ChassisCountryConfiguration;
import org.openhotline.chassis.security.AccessRules;
import org.openhotline.chassis.security.ChassisSecurityConfiguration;
import org.openhotline.chassis.security.Denials;
import org.openhotline.chassis.security.StaffSide;
import org.openhotline.contracts.country.CountryProfile;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.autoconfigure.context.MessageSourceAutoConfiguration;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.Ordered;
import org.springframework.http.CacheControl;
import org.springframework.util.unit.DataSize;
import org.springframework.web.servlet.ViewResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import tools.jackson.databind.json.JsonMapper;

/** The web kit: layouts, languages, problems and limits. */
@AutoConfiguration(
        after = {ChassisCountryConfiguration.class, ChassisSecurityConfiguration.class},
        before = {ErrorMvcAutoConfiguration.class, MessageSourceAutoConfiguration.class, WebMvcAutoConfiguration.class})
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@Import({ProblemAdvice.class, ErrorPath.class, FaceFiles.class})
public class ChassisWebConfiguration {

    /** Inside the security headers, outside everything that reads a body. */
    private static final int LAST_RESORT_ORDER = Ordered.HIGHEST_PRECEDENCE + 20;

    private static final Duration KIT_STAYS = Duration.ofHours(1);

    private static final int LIMITS_ORDER = Ordered.HIGHEST_PRECEDENCE + 30;

    /** The dispatcher servlet looks for this name. */
    @Bean
    Languages localeResolver(CountryProfile country, AccessRules rules, StaffSide staff) {
        return new Languages(country.languages(), rules, staff);
    }

    @Bean
    Surroundings surroundings(
            CountryProfile country,
            Languages languages,
            StaffSide staff,
            @Value("${spring.application.name:}") String service,
            @Value("${openhotline.staff-origin:http://localhost:8090}") String staffOrigin) {
        return new Surroundings(country, service, staffOrigin, staff, languages);
    }

    /** Boot looks for this name. */
    @Bean
    Sentences messageSource(
            CountryProfile country,
            @Value("${spring.application.name:}") String service,
            @Value("${openhotline.country:}") String profile,
            @Value("${openhotline.web.public-form:false}") boolean publicForm) {
        Sentences sentences = new Sentences(Path.of(profile).toAbsolutePath().resolveSibling("words"), service);
        if (publicForm) {
            sentences.requireComplete(country.languages());
        }
        return sentences;
    }

    @Bean
    ProblemWriter problemWriter(
            AccessRules rules,
            JsonMapper json,
            @Qualifier("thymeleafViewResolver") ViewResolver views,
            MessageSource words,
            Languages languages,
            Surroundings surroundings,
            ObjectProvider<Denials> denials) {
        Denials heard = denials.getIfAvailable(() -> denial -> {});
        return new ProblemWriter(rules, json, views, words, languages, surroundings, heard);
    }

    @Bean
    Pages pages(
            @Qualifier("thymeleafViewResolver") ViewResolver views, Languages languages, Surroundings surroundings) {
        return new Pages(views, languages, surroundings);
    }

    @Bean
    WebMvcConfigurer surroundingsOfViews(Surroundings surroundings, StaffSide staff) {
        return new WebMvcConfigurer() {
            @Override
            public void addInterceptors(InterceptorRegistry registry) {
                registry.addInterceptor(surroundings);
            }

            @Override
            public void addResourceHandlers(ResourceHandlerRegistry registry) {
                if (!staff.path().isEmpty()) {
                    registry.addResourceHandler(staff.path() + "/kit/**")
                            .addResourceLocations("classpath:/static/kit/")
                            .setCacheControl(CacheControl.maxAge(KIT_STAYS));
                }
            }
        };
    }

    @Bean
    FilterRegistrationBean<LastResort> lastResort(ProblemWriter problems) {
        return at(LAST_RESORT_ORDER, new LastResort(problems));
    }

    @Bean
    FilterRegistrationBean<OwnTrace> ownTrace() {
        return at(Ordered.HIGHEST_PRECEDENCE, new OwnTrace());
    }

    @Bean
    FilterRegistrationBean<BodyLimits> bodyLimits(
            ProblemWriter problems,
            @Value("${openhotline.web.max-body:64KB}") DataSize limit,
            @Value("${openhotline.web.streamed:}") Set<String> streamed,
            @Value("${openhotline.web.max-streamed-body:1GB}") DataSize streamedLimit) {
        BodyBudget budget = new BodyBudget(Runtime.getRuntime().maxMemory(), limit.toBytes());
        return at(LIMITS_ORDER, new BodyLimits(limit.toBytes(), streamed, streamedLimit.toBytes(), budget, problems));
    }

    private static <F extends Filter> FilterRegistrationBean<F> at(int order, F filter) {
        FilterRegistrationBean<F> registration = new FilterRegistrationBean<>(filter);
        registration.setOrder(order);
        return registration;
    }
}
