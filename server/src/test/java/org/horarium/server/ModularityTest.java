package org.horarium.server;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

/** The arrows between the business modules, as their package-info files declare them. */
class ModularityTest {
    @Test
    void modulesKeepToTheirBorders() {
        ApplicationModules.of(HorariumApplication.class).verify();
    }
}
