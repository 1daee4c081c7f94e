package org.horarium.server.platform.web.metrics;

import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.horarium.server.platform.Figures;
import org.horarium.server.platform.Figures.Figure;
import org.horarium.server.platform.HealthCheck.State;
import org.horarium.server.platform.health.HealthMonitor;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The numbers in Prometheus' text form. Who may ask: an administrator, or who has the token of the settings. */
@RestController
class MetricsController {
    private static final String TEXT = "text/plain; version=0.0.4; charset=utf-8";

    private final PrometheusMeterRegistry registry;
    private final HealthMonitor health;
    private final List<Figures> figures;
    private final Map<String, MultiGauge> gauges = new HashMap<>();

    MetricsController(PrometheusMeterRegistry registry, HealthMonitor health, List<Figures> figures) {
        this.registry = registry;
        this.health = health;
        this.figures = figures;
    }

    @GetMapping("/metrics")
    ResponseEntity<byte[]> metrics() {
        List<Figure> now = new ArrayList<>();
        health.report()
                .parts()
                .forEach(part -> now.add(new Figure(
                        "horarium.part.up",
                        "Whether a part of the installation works.",
                        Map.of("part", part.name(), "state", part.state().code()),
                        part.state() == State.DOWN ? 0 : 1)));
        if (health.report().works()) {
            figures.forEach(each -> now.addAll(each.read()));
        }
        update(now);
        return ResponseEntity.ok()
                .header("Content-Type", TEXT)
                .cacheControl(CacheControl.noStore())
                .body(registry.scrape().getBytes(StandardCharsets.UTF_8));
    }

    /** What is not told any more is forgotten. */
    private synchronized void update(List<Figure> now) {
        Map<String, List<MultiGauge.Row<?>>> rows = new LinkedHashMap<>();
        gauges.keySet().forEach(name -> rows.put(name, new ArrayList<>()));
        for (Figure figure : now) {
            gauges.computeIfAbsent(
                    figure.name(),
                    name -> MultiGauge.builder(name).description(figure.help()).register(registry));
            List<String> tags = new ArrayList<>();
            figure.tags().forEach((key, value) -> tags.addAll(List.of(key, value)));
            rows.computeIfAbsent(figure.name(), name -> new ArrayList<>())
                    .add(MultiGauge.Row.of(Tags.of(tags.toArray(String[]::new)), figure.value()));
        }
        gauges.forEach((name, gauge) -> gauge.register(rows.getOrDefault(name, List.of()), true));
    }
}
