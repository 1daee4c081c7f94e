package org.horarium.server.platform.web;

import java.util.List;
import org.horarium.server.platform.Figures;
import org.horarium.server.platform.NavigationEntry;
import org.horarium.server.platform.health.HealthMonitor;
import org.horarium.server.platform.health.Processes;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** How the installation is, for administrators: its parts, its processes, its figures. Security lets in nobody else. */
@Controller
class OperationsPages {
    private final HealthMonitor monitor;
    private final Processes processes;
    private final List<Figures> figures;

    OperationsPages(HealthMonitor monitor, Processes processes, List<Figures> figures) {
        this.monitor = monitor;
        this.processes = processes;
        this.figures = figures;
    }

    @GetMapping("/admin/operations")
    String show(Model model) {
        model.addAttribute("report", monitor.report());
        model.addAttribute("processes", processes.alive());
        model.addAttribute(
                "figures",
                figures.stream().flatMap(each -> each.read().stream()).toList());
        return "platform/operations";
    }

    /** Where administrators find it. */
    @Configuration(proxyBeanMethods = false)
    static class Navigation {
        @Bean
        static NavigationEntry operationsEntry() {
            return NavigationEntry.of("nav.operations", "/admin/operations", "heart-pulse", 96, "ADMIN");
        }
    }
}
