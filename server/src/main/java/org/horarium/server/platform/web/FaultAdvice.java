package org.horarium.server.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.horarium.formats.FormatException;
import org.horarium.server.platform.ConflictException;
import org.horarium.server.platform.InputError;
import org.horarium.server.platform.InvalidInputException;
import org.horarium.server.platform.NotFoundException;
import org.horarium.server.platform.Problems;
import org.horarium.server.platform.StaleEditException;
import org.horarium.server.platform.TooManyRequestsException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.validation.FieldError;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/**
 * The one place where an exception becomes an answer: a problem document on REST paths, an error page elsewhere (through
 * {@link ErrorPages}). Unexpected ones are logged with an id that the answer names; their message stays here.
 */
@ControllerAdvice
class FaultAdvice extends ResponseEntityExceptionHandler {
    private static final Logger LOG = LoggerFactory.getLogger(FaultAdvice.class);

    @ExceptionHandler
    @Nullable
    ResponseEntity<Object> onInvalidInput(InvalidInputException e, WebRequest request) {
        return answer(e, Problems.ofInput(e.errors()), new HttpHeaders(), request);
    }

    @ExceptionHandler
    @Nullable
    ResponseEntity<Object> onFormat(FormatException e, WebRequest request) {
        List<InputError> errors = e.faults().stream()
                .map(fault -> new InputError(fault.where(), fault.message()))
                .toList();
        return answer(e, Problems.ofInput(errors), new HttpHeaders(), request);
    }

    @ExceptionHandler
    @Nullable
    ResponseEntity<Object> onNotFound(NotFoundException e, WebRequest request) {
        return answer(e, Problems.of(HttpStatus.NOT_FOUND, message(e)), new HttpHeaders(), request);
    }

    @ExceptionHandler
    @Nullable
    ResponseEntity<Object> onConflict(ConflictException e, WebRequest request) {
        ProblemDetail problem = Problems.of(HttpStatus.CONFLICT, message(e));
        e.properties().forEach(problem::setProperty);
        return answer(e, problem, new HttpHeaders(), request);
    }

    @ExceptionHandler
    @Nullable
    ResponseEntity<Object> onStaleEdit(StaleEditException e, WebRequest request) {
        return answer(e, Problems.of(HttpStatus.PRECONDITION_FAILED, message(e)), new HttpHeaders(), request);
    }

    @ExceptionHandler
    @Nullable
    ResponseEntity<Object> onTooManyRequests(TooManyRequestsException e, WebRequest request) {
        HttpHeaders headers = new HttpHeaders();
        headers.set(HttpHeaders.RETRY_AFTER, Long.toString(e.retryAfter().toSeconds()));
        return answer(e, Problems.of(HttpStatus.TOO_MANY_REQUESTS, message(e)), headers, request);
    }

    @ExceptionHandler
    @Nullable
    ResponseEntity<Object> onAccessDenied(AccessDeniedException e, WebRequest request) {
        return answer(
                e,
                Problems.of(HttpStatus.FORBIDDEN, "Your account may not do this: " + message(e)),
                new HttpHeaders(),
                request);
    }

    @ExceptionHandler
    @Nullable
    ResponseEntity<Object> onAnythingElse(Exception e, WebRequest request) {
        if (DatabaseAway.is(e)) {
            LOG.warn("The database is away at {}: {}", request.getDescription(false), e.getMessage());
            HttpHeaders headers = new HttpHeaders();
            headers.set(HttpHeaders.RETRY_AFTER, DatabaseAway.RETRY_SECONDS);
            return answer(e, Problems.of(HttpStatus.SERVICE_UNAVAILABLE, DatabaseAway.DETAIL), headers, request);
        }
        String id = Long.toHexString(System.nanoTime());
        LOG.error("Unexpected fault {} at {}", id, request.getDescription(false), e);
        return answer(
                e,
                Problems.of(
                        HttpStatus.INTERNAL_SERVER_ERROR,
                        "Something went wrong on our side. The log has it under the id " + id + "."),
                new HttpHeaders(),
                request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleMethodArgumentNotValid(
            MethodArgumentNotValidException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        List<InputError> errors = e.getBindingResult().getAllErrors().stream()
                .map(error -> new InputError(
                        error instanceof FieldError field ? JsonPointers.ofPropertyPath(field.getField()) : "",
                        error instanceof FieldError field
                                ? "The value " + JsonPointers.shown(field.getRejectedValue()) + " "
                                        + error.getDefaultMessage()
                                : String.valueOf(error.getDefaultMessage())))
                .toList();
        return answer(e, Problems.ofInput(errors), headers, request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleHttpMessageNotReadable(
            HttpMessageNotReadableException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return answer(e, Problems.ofInput(List.of(unreadable(e.getCause()))), headers, request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleTypeMismatch(
            TypeMismatchException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        String name = e.getPropertyName() == null ? "" : "/" + e.getPropertyName();
        Class<?> type = e.getRequiredType();
        InputError error = new InputError(
                name,
                "The value " + JsonPointers.shown(e.getValue()) + " is not a "
                        + (type == null ? "usable value" : type.getSimpleName()) + ".");
        return answer(e, Problems.ofInput(List.of(error)), headers, request);
    }

    /** All exceptions that Spring MVC itself throws end here. */
    @Override
    protected @Nullable ResponseEntity<Object> handleExceptionInternal(
            Exception e, @Nullable Object body, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        String detail =
                e instanceof ErrorResponse response && response.getBody().getDetail() != null
                        ? response.getBody().getDetail()
                        : message(e);
        return answer(e, Problems.of(status, String.valueOf(detail)), headers, request);
    }

    private static @Nullable ResponseEntity<Object> answer(
            Exception e, ProblemDetail problem, HttpHeaders headers, WebRequest request) {
        HttpServletRequest servletRequest = ((ServletWebRequest) request).getRequest();
        HttpServletResponse response = ((ServletWebRequest) request).getResponse();
        if (response != null && response.isCommitted()) {
            LOG.warn("The answer was under way already when this came", e);
            return null;
        }
        if (MachinePaths.matches(servletRequest)) {
            return new ResponseEntity<>(problem, headers, HttpStatusCode.valueOf(problem.getStatus()));
        }
        try {
            if (response != null) {
                response.sendError(problem.getStatus(), problem.getDetail());
            }
        } catch (IOException gone) {
            LOG.debug("The client went away", gone);
        }
        return null;
    }

    private static InputError unreadable(@Nullable Throwable cause) {
        if (cause instanceof UnrecognizedPropertyException e) {
            return new InputError(
                    JsonPointers.of(e),
                    "The field '" + e.getPropertyName() + "' is not known. Known are: " + e.getKnownPropertyIds()
                            + ".");
        }
        if (cause instanceof InvalidFormatException e) {
            return new InputError(
                    JsonPointers.of(e),
                    "The value " + JsonPointers.shown(e.getValue()) + " is not a "
                            + e.getTargetType().getSimpleName() + ".");
        }
        if (cause instanceof MismatchedInputException e) {
            return new InputError(JsonPointers.of(e), "The value has the wrong type: " + e.getOriginalMessage());
        }
        if (cause instanceof DatabindException e) {
            return new InputError(JsonPointers.of(e), "The value can't be used: " + e.getOriginalMessage());
        }
        if (cause instanceof JacksonException e) {
            return new InputError(
                    "",
                    "The body is not JSON: " + e.getOriginalMessage() + " (line "
                            + e.getLocation().getLineNr() + ", column "
                            + e.getLocation().getColumnNr() + ").");
        }
        return new InputError("", "The body is missing or can't be read.");
    }

    private static String message(Exception e) {
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }
}
