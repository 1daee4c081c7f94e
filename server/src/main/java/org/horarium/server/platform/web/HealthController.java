package org.horarium.server.platform.web;

import java.util.LinkedHashMap;
import java.util.Map;
import org.horarium.server.platform.health.HealthMonitor;
import org.horarium.server.platform.health.HealthReport;
import org.springframework.boot.availability.ApplicationAvailability;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** How the parts are, one word each. Says no more than that: it is open to everybody. */
@RestController
class HealthController {
    private final HealthMonitor monitor;
    private final ApplicationAvailability availability;

    HealthController(HealthMonitor monitor, ApplicationAvailability availability) {
        this.monitor = monitor;
        this.availability = availability;
    }

    /**
     * {@code 200} when the pages work, also while a part that they can do without is away ({@code degraded}): taking this
     * process out of service would help nobody. {@code 503} while they do not, or the first data are still being made.
     */
    @GetMapping("/health")
    ResponseEntity<Health> health() {
        HealthReport report = monitor.report();
        boolean ready = availability.getReadinessState() == ReadinessState.ACCEPTING_TRAFFIC;
        Map<String, String> services = new LinkedHashMap<>();
        report.parts().forEach(part -> services.put(part.name(), part.state().code()));
        return ResponseEntity.status(report.works() && ready ? HttpStatus.OK : HttpStatus.SERVICE_UNAVAILABLE)
                .cacheControl(CacheControl.noStore())
                .body(new Health(report.works() && !ready ? "starting" : report.word(), services));
    }

    record Health(String status, Map<String, String> services) {}
}
