// SPDX-License-Identifier: Apache-2.0
package org.openhotline.reportintake;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.openhotline.chassis.test.IntegrationTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;

/** The service with everything behind it, in a country of six languages, and with a store that can go down. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@IntegrationTest
@Import(StoreTrouble.class)
@TestPropertySource(properties = "openhotline.country=src/test/resources/country/country.yaml")
@interface WholeIntake {}
