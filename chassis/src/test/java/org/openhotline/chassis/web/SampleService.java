// SPDX-License-Identifier: Apache-2.0
package org.openhotline.chassis.web;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;

/** Runs {@link SampleApplication} on a free port, with an identity provider that does not answer. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        classes = SampleApplication.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.config.name=chassis",
            "spring.application.name=assessment",
            "openhotline.country=src/test/resources/country/demo.yaml",
            "openhotline.issuer=http://127.0.0.1:9/realms/nobody-listens",
            "openhotline.staff-origin=http://staff.example"
        })
@AutoConfigureMockMvc
@interface SampleService {}
