package org.horarium.server.platform.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.horarium.server.platform.Problems;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** Shows what was sent as an error: a page, or a problem document on REST paths (for example from a filter). */
@Controller
class ErrorPages implements ErrorController {
    @RequestMapping("/error")
    @Nullable
    Object error(HttpServletRequest request) {
        HttpStatus status = status(request);
        if (MachinePaths.matches(String.valueOf(request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI)))) {
            ProblemDetail problem = Problems.of(status, detail(request, status));
            return ResponseEntity.status(status)
                    .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                    .body(problem);
        }
        return new ModelAndView("error", Map.of("status", status.value(), "detail", detail(request, status)), status);
    }

    private static HttpStatus status(HttpServletRequest request) {
        Object code = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        HttpStatus status = code instanceof Integer number ? HttpStatus.resolve(number) : HttpStatus.NOT_FOUND;
        return status == null ? HttpStatus.INTERNAL_SERVER_ERROR : status;
    }

    /** What was said with the error; for unexpected exceptions nothing of them. */
    private static String detail(HttpServletRequest request, HttpStatus status) {
        Object message = request.getAttribute(RequestDispatcher.ERROR_MESSAGE);
        boolean unexpected = request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) != null;
        return message == null || message.toString().isBlank() || unexpected
                ? status.getReasonPhrase()
                : message.toString();
    }
}
