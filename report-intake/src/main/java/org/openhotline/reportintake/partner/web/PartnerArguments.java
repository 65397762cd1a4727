// SPDX-License-Identifier: Apache-2.0
package org.openhotline.reportintake.partner.web;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.openhotline.contracts.NotAllowed;
import org.openhotline.contracts.report.Source;
import org.openhotline.reportintake.partner.Partner;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.core.MethodParameter;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Gives controllers the {@link Partner} whose token came with the call. Which kind of organisation it is stands in the
 * claim {@code openhotline_source}, set at the identity provider by those who gave the account.
 */
@Component
final class PartnerArguments implements WebMvcConfigurer, HandlerMethodArgumentResolver {
    private static final String CLAIM = "openhotline_source";
    private static final Set<Source> KINDS = Set.of(Source.PARTNER, Source.POLICE, Source.HELPLINE, Source.CRAWLER);

    static {
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(Partner.class);
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(this);
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Partner.class;
    }

    @Override
    public Partner resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer model,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication == null || !(authentication.getPrincipal() instanceof Jwt token)) {
            throw new IllegalStateException("only calls with a token have a partner");
        }
        return new Partner(account(token), source(token));
    }

    /** All without one would be one partner, and read each other's reports. */
    private static String account(Jwt token) {
        return Optional.ofNullable(token.getSubject())
                .filter(subject -> !subject.isBlank())
                .orElseThrow(() -> new NotAllowed(
                        "This token names no account. Ask the hotline to give the account the scope \"basic\"."));
    }

    private static Source source(Jwt token) {
        return Optional.ofNullable(token.getClaimAsString(CLAIM))
                .map(name -> Source.named(name)
                        .filter(KINDS::contains)
                        .orElseThrow(
                                () -> new NotAllowed("The kind of this account is not one of partner, police, helpline"
                                        + " and crawler. Ask the hotline to put it right.")))
                .orElse(Source.PARTNER);
    }
}
