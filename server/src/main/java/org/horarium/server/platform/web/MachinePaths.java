package org.horarium.server.platform.web;

import jakarta.servlet.http.HttpServletRequest;

/** Tells paths that programs call, where faults are JSON, from pages, where they are HTML. */
final class MachinePaths {
    private MachinePaths() {}

    static boolean matches(HttpServletRequest request) {
        return matches(request.getRequestURI());
    }

    static boolean matches(String path) {
        return path.startsWith("/api/")
                || path.equals("/api")
                || path.startsWith("/v3/")
                || path.startsWith("/ws/")
                || path.equals("/health")
                || path.equals("/metrics");
    }
}
