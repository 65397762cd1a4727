// SPDX-License-Identifier: Apache-2.0
package org.openhotline.audit.web;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.List;

/** Says in the OpenAPI document what else a question can be answered with. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@ApiResponse(responseCode = "200", description = "What was asked for", useReturnTypeSchema = true)
@ApiResponse(
        responseCode = "400",
        description = "Not acceptable; the field that is wrong is named, with what is allowed",
        content = @Content(mediaType = Problems.TYPE, schema = @Schema(implementation = Problems.Document.class)))
@ApiResponse(
        responseCode = "401",
        description = "No valid bearer token",
        content = @Content(mediaType = Problems.TYPE, schema = @Schema(implementation = Problems.Document.class)))
@ApiResponse(
        responseCode = "403",
        description = "Not for this account",
        content = @Content(mediaType = Problems.TYPE, schema = @Schema(implementation = Problems.Document.class)))
@ApiResponse(
        responseCode = "404",
        description = "The log holds nothing like this",
        content = @Content(mediaType = Problems.TYPE, schema = @Schema(implementation = Problems.Document.class)))
public @interface Problems {
    String TYPE = "application/problem+json";

    /** Why there is no answer (RFC 9457). */
    @Schema(name = "Problem")
    record Document(String type, String title, int status, String detail, List<FieldError> errors) {

        @Schema(name = "FieldError")
        record FieldError(
                @Schema(description = "The field, as a JSON pointer in a fragment, such as #/until")
                String pointer,

                String detail,
                String allowed) {}
    }
}
