// SPDX-License-Identifier: Apache-2.0
package org.openhotline.reportintake.submission.web;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Says in the OpenAPI document what else a submission can be answered with. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@ApiResponse(
        responseCode = "400",
        description = "Not acceptable; every field that is wrong is listed and nothing is stored",
        content = @Content(mediaType = Problems.TYPE, schema = @Schema(implementation = ProblemDocument.class)))
@ApiResponse(
        responseCode = "409",
        description = "A call with the same key is not finished yet; send it again in a moment",
        content = @Content(mediaType = Problems.TYPE, schema = @Schema(implementation = ProblemDocument.class)))
@ApiResponse(
        responseCode = "413",
        description = "The body is larger than any report can be",
        content = @Content(mediaType = Problems.TYPE, schema = @Schema(implementation = ProblemDocument.class)))
@ApiResponse(
        responseCode = "415",
        description = "Not JSON; files are never taken",
        content = @Content(mediaType = Problems.TYPE, schema = @Schema(implementation = ProblemDocument.class)))
@ApiResponse(
        responseCode = "422",
        description = "The key has been used for another report",
        content = @Content(mediaType = Problems.TYPE, schema = @Schema(implementation = ProblemDocument.class)))
@ApiResponse(
        responseCode = "503",
        description = "Not accepted, since nothing can be stored now; try again later with the same key",
        content = @Content(mediaType = Problems.TYPE, schema = @Schema(implementation = ProblemDocument.class)))
@interface Problems {
    String TYPE = "application/problem+json";
}
