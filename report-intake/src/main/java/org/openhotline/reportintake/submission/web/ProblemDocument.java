// SPDX-License-Identifier: Apache-2.0
package org.openhotline.reportintake.submission.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Why a report was not accepted (RFC 9457). */
@Schema(name = "Problem")
record ProblemDocument(String type, String title, int status, String detail, List<FieldError> errors) {

    /**
     * One thing to put right.
     *
     * @param field for example {@code addresses[3]}
     * @param pointer the same as a JSON pointer in a fragment
     */
    @Schema(name = "FieldError")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record FieldError(String field, @Nullable String pointer, String detail) {}
}
