package org.horarium.server.generation.worker;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.horarium.server.generation.Wish;
import org.jspecify.annotations.Nullable;
import org.springframework.data.redis.connection.Message;
import org.springframework.data.redis.connection.MessageListener;
import org.springframework.stereotype.Component;

/** The attempts that run in this process, reachable for wishes that come over Redis and for the end of the process. */
@Component
class RunningJobs implements MessageListener {
    private final Map<UUID, Control> running = new ConcurrentHashMap<>();

    Control begin(UUID job) {
        Control control = new Control();
        running.put(job, control);
        return control;
    }

    void end(UUID job, Control control) {
        running.remove(job, control);
    }

    /** All attempts are to end at once and to leave their jobs to be begun again. */
    void abandonAll() {
        running.values().forEach(Control::abandon);
    }

    /** A wish: {@code "id word"}. */
    @Override
    public void onMessage(Message message, byte @Nullable [] pattern) {
        String text = new String(message.getBody(), StandardCharsets.UTF_8);
        int space = text.indexOf(' ');
        Control control = space < 0 ? null : running.get(UUID.fromString(text.substring(0, space)));
        if (control != null) {
            control.wish(Wish.of(text.substring(space + 1)));
        }
    }
}
