// SPDX-License-Identifier: Apache-2.0
package org.openhotline.needs;

import org.openhotline.chassis.Service;
import org.springframework.boot.autoconfigure.SpringBootApplication;

@SpringBootApplication
public class NeedsAssessmentApplication {
    public static void main(String... arguments) {
        Service.run(NeedsAssessmentApplication.class, "needs-assessment", arguments);
    }
}
