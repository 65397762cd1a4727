// SPDX-License-Identifier: Apache-2.0
package org.openhotline.assessment;

import org.openhotline.chassis.Service;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The analysts' desk as a service. */
@SpringBootApplication
public class AssessmentApplication {
    public static void main(String... args) {
        Service.run(AssessmentApplication.class, "assessment", args);
    }
}
