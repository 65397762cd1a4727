// SPDX-License-Identifier: Apache-2.0
package org.openhotline.chassis.web;

import com.mongodb.MongoNotPrimaryException;
import com.mongodb.MongoSocketException;
import com.mongodb.MongoTimeoutException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.openhotline.chassis.inbox.Outage;
import org.openhotline.chassis.security.Refusal;
import org.openhotline.chassis.web.Problem.FieldError;
import org.openhotline.contracts.Conflict;
import org.openhotline.contracts.InvalidInput;
import org.openhotline.contracts.NotAllowed;
import org.openhotline.contracts.NotFound;
import org.springframework.beans.TypeMismatchException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.validation.BindingResult;
import org.springframework.validation.ObjectError;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.MissingRequestValueException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** Turns whatever went wrong into a {@link Problem}. Takes words from our own exceptions only: others may quote input. */
final class Problems {
    private static final String SECONDS_TO_WAIT = "30";

    private Problems() {}

    static Problem of(Throwable thrown) {
        return switch (thrown) {
            case InvalidInput e -> invalid(e, "");
            case NotFound e -> Problem.of(ProblemKind.NOT_FOUND).because(message(e));
            case Conflict e -> Problem.of(ProblemKind.CONFLICT).because(message(e));
            case NotAllowed e -> Problem.of(ProblemKind.NOT_ALLOWED).because(message(e));
            case HttpMessageNotReadableException e -> ofUnreadable(e);
            case TypeMismatchException e -> invalidField(parameter(e), "cannot be understood");
            case MissingServletRequestParameterException e -> invalidField(e.getParameterName(), "is missing");
            case MissingRequestValueException e -> Problem.of(ProblemKind.INVALID_INPUT);
            case BindingResult e -> ofBinding(e);
            default -> inCauses(thrown).orElseGet(() -> ofFramework(thrown));
        };
    }

    static Problem of(Refusal refusal) {
        return switch (refusal) {
            case Refusal.Unlisted() -> Problem.of(ProblemKind.NOT_FOUND);
            case Refusal.Malformed() -> Problem.of(ProblemKind.BAD_REQUEST);
            case Refusal.TokenNeeded() -> Problem.of(ProblemKind.TOKEN_NEEDED);
            case Refusal.RoleNeeded(var needed) ->
                Problem.of(ProblemKind.ROLE_NEEDED).needing(needed);
            case Refusal.FormExpired() -> Problem.of(ProblemKind.FORM_EXPIRED);
            case Refusal.LoginFailed() -> Problem.of(ProblemKind.LOGIN_FAILED);
            case Refusal.TooMany(var rest) ->
                Problem.of(ProblemKind.TOO_MANY_REQUESTS)
                        .withHeader(HttpHeaders.RETRY_AFTER, String.valueOf(Math.max(1, rest.toSeconds())));
            case Refusal.TooLarge() -> Problem.of(ProblemKind.TOO_LARGE);
            case Refusal.LoginUnreachable() -> later(ProblemKind.LOGIN_UNREACHABLE);
        };
    }

    private static Optional<Problem> inCauses(Throwable thrown) {
        return causes(thrown).flatMap(cause -> inner(cause).stream()).findFirst();
    }

    private static Optional<Problem> inner(Throwable cause) {
        return switch (cause) {
            case InvalidInput e -> Optional.of(invalid(e, ""));
            case BodyTooLarge e -> Optional.of(Problem.of(ProblemKind.TOO_LARGE));
            case InvalidParameterException e -> Optional.of(Problem.of(ProblemKind.forStatus(e.getErrorCode())));
            case DataAccessResourceFailureException e -> Optional.of(later(ProblemKind.UNAVAILABLE));
            case TransientDataAccessException e -> Optional.of(later(ProblemKind.UNAVAILABLE));
            case Outage.Unanswered e -> Optional.of(later(ProblemKind.UNAVAILABLE));
            case MongoTimeoutException e -> Optional.of(later(ProblemKind.UNAVAILABLE));
            case MongoSocketException e -> Optional.of(later(ProblemKind.UNAVAILABLE));
            case MongoNotPrimaryException e -> Optional.of(later(ProblemKind.UNAVAILABLE));
            default -> Optional.empty();
        };
    }

    private static Problem ofUnreadable(HttpMessageNotReadableException thrown) {
        String at = causes(thrown)
                .filter(JacksonException.class::isInstance)
                .map(JacksonException.class::cast)
                .findFirst()
                .map(Problems::pointer)
                .orElse("#");
        Optional<InvalidInput> ours = causes(thrown)
                .filter(InvalidInput.class::isInstance)
                .map(InvalidInput.class::cast)
                .findFirst();
        if (ours.isPresent()) {
            return invalid(ours.get(), at);
        }
        return inCauses(thrown).orElseGet(() -> unreadable(thrown, at));
    }

    private static Problem unreadable(HttpMessageNotReadableException thrown, String at) {
        if (thrown.getCause() instanceof UnrecognizedPropertyException e) {
            String known = e.getKnownPropertyIds() == null
                    ? ""
                    : e.getKnownPropertyIds().stream()
                            .map(String::valueOf)
                            .sorted()
                            .collect(Collectors.joining(", "));
            return invalid(new FieldError(at, "has a key that is not known", Optional.of(known)));
        }
        return invalid(new FieldError(at, "cannot be read as JSON of the documented shape", Optional.empty()));
    }

    // Field names below the body's root; a name that is not one of ours would be something that was sent.
    private static String pointer(JacksonException e) {
        List<JacksonException.Reference> path = e.getPath();
        List<JacksonException.Reference> ours =
                e instanceof UnrecognizedPropertyException && !path.isEmpty() ? path.subList(0, path.size() - 1) : path;
        return "#"
                + ours.stream()
                        .map(step -> "/" + (step.getPropertyName() == null ? step.getIndex() : step.getPropertyName()))
                        .collect(Collectors.joining());
    }

    private static Problem ofBinding(BindingResult binding) {
        List<FieldError> errors = binding.getAllErrors().stream()
                .map(error -> new FieldError(pointer(field(error)), "is not acceptable", Optional.empty()))
                .toList();
        return Problem.of(ProblemKind.INVALID_INPUT).at(errors);
    }

    private static String field(ObjectError error) {
        return error instanceof org.springframework.validation.FieldError field ? field.getField() : "";
    }

    private static Problem ofFramework(Throwable thrown) {
        if (thrown instanceof ErrorResponse response) {
            int status = response.getStatusCode().value();
            HttpHeaders headers = new HttpHeaders();
            response.getHeaders().forEach((name, values) -> headers.addAll(name, values));
            return Problem.of(ProblemKind.forStatus(status)).withStatus(status).withHeaders(headers);
        }
        return Problem.of(ProblemKind.INTERNAL);
    }

    private static Problem invalid(InvalidInput e, String base) {
        String at =
                base.isEmpty() ? pointer(e.field()) : base + pointer(e.field()).substring(1);
        return Problem.of(ProblemKind.INVALID_INPUT)
                .because(message(e))
                .at(List.of(new FieldError(
                        at, message(e), Optional.of(e.allowed()).filter(allowed -> !allowed.isBlank()))));
    }

    private static Problem invalid(FieldError error) {
        return Problem.of(ProblemKind.INVALID_INPUT).at(List.of(error));
    }

    private static Problem invalidField(String name, String detail) {
        return invalid(new FieldError(pointer(name), detail, Optional.empty()));
    }

    private static Problem later(ProblemKind kind) {
        return Problem.of(kind).withHeader(HttpHeaders.RETRY_AFTER, SECONDS_TO_WAIT);
    }

    private static String parameter(TypeMismatchException e) {
        return e instanceof MethodArgumentTypeMismatchException argument
                ? argument.getName()
                : Optional.ofNullable(e.getPropertyName()).orElse("");
    }

    /** {@code addresses[3].kind} or {@code /addresses/3/kind} as {@code #/addresses/3/kind} (RFC 6901, section 6). */
    private static String pointer(String field) {
        if (field.isEmpty() || field.startsWith("#")) {
            return field.isEmpty() ? "#" : field;
        }
        String steps = field.replace("[", "/").replace("]", "").replace('.', '/');
        return steps.startsWith("/") ? "#" + steps : "#/" + steps;
    }

    private static Stream<Throwable> causes(Throwable thrown) {
        return Stream.<@Nullable Throwable>iterate(thrown, t -> t != null, t -> t == null ? null : t.getCause())
                .limit(20)
                .map(t -> (Throwable) t);
    }

    private static String message(Throwable ours) {
        return String.valueOf(ours.getMessage());
    }
}
