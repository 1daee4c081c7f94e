package org.horarium.server.platform.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.horarium.server.platform.Duty;
import org.horarium.server.platform.HealthCheck;
import org.horarium.server.platform.HealthCheck.Seen;
import org.horarium.server.platform.HealthCheck.State;
import org.horarium.server.platform.ServerSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HealthMonitorTest {
    private record Fixed(String part, boolean essential, Seen look) implements HealthCheck {}

    private static HealthReport report(HealthCheck... checks) {
        return new HealthMonitor(List.of(checks), 1).report();
    }

    private static Fixed fixed(String part, boolean essential, State state) {
        return new Fixed(part, essential, new Seen(state, "detail"));
    }

    @Test
    void allIsWellWhenEveryPartIsUpOrOff() {
        HealthReport report = report(fixed("a", true, State.UP), fixed("b", false, State.OFF));
        assertThat(report.word()).isEqualTo("up");
        assertThat(report.works()).isTrue();
        assertThat(report.troubles()).isEmpty();
    }

    @Test
    void withoutAPartThatIsNotEssentialItIsDegradedAndWorks() {
        HealthReport report =
                report(fixed("a", true, State.UP), fixed("b", false, State.DOWN), fixed("c", false, State.LOW));
        assertThat(report.word()).isEqualTo("degraded");
        assertThat(report.works()).isTrue();
        assertThat(report.troubles().stream().map(HealthReport.Part::troubleKey))
                .containsExactly("health.b.down", "health.c.low");
    }

    @Test
    void withoutAnEssentialPartNothingWorks() {
        HealthReport report = report(fixed("b", false, State.UP), fixed("a", true, State.DOWN));
        assertThat(report.word()).isEqualTo("down");
        assertThat(report.works()).isFalse();
        assertThat(report.parts().get(0).name()).as("essential ones first").isEqualTo("a");
    }

    @Test
    void aLookThatFailsCountsAsDownWithItsReason() {
        HealthReport report = report(new HealthCheck() {
            @Override
            public String part() {
                return "broken";
            }

            @Override
            public boolean essential() {
                return false;
            }

            @Override
            public Seen look() {
                throw new IllegalStateException("outer", new IllegalStateException("the reason"));
            }
        });
        assertThat(report.parts().get(0).state()).isEqualTo(State.DOWN);
        assertThat(report.parts().get(0).detail()).isEqualTo("the reason");
    }

    @Test
    void aDiskWithLessThanWhatShouldStayIsLow(@TempDir Path folder) {
        ServerSettings settings =
                new ServerSettings(Duty.ALL, "test", 0, 0, folder, false, null, null, null, null, null, false, null);
        assertThat(new DiskCheck(settings, Long.MAX_VALUE).look().state()).isEqualTo(State.LOW);
        assertThat(new DiskCheck(settings, 0).look().state()).isEqualTo(State.UP);
    }
}
