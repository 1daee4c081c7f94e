package org.horarium.server.platform.web;

import java.util.List;
import org.horarium.server.platform.ServerSettings;
import org.horarium.server.platform.StartNotice;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Says on the terminal where the pages are, once they are. */
@Component
class StartMessage {
    private final ServerSettings settings;
    private final List<StartNotice> notices;

    StartMessage(ServerSettings settings, List<StartNotice> notices) {
        this.settings = settings;
        this.notices = notices;
    }

    @EventListener
    @SuppressWarnings("SystemOut") // this is for the person at the terminal, not for a log
    void onReady(ApplicationReadyEvent event) {
        String url = settings.publicUrl();
        if (settings.port() == 0
                && event.getApplicationContext() instanceof WebServerApplicationContext context
                && context.getWebServer() != null) {
            url = "http://localhost:" + context.getWebServer().getPort();
        }
        System.out.println("Horarium is ready: " + url);
        notices.stream().flatMap(notice -> notice.lines().stream()).forEach(System.out::println);
        System.out.flush();
    }
}
