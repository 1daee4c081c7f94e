package org.horarium.server.notification;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import org.horarium.server.platform.HealthCheck;
import org.horarium.server.platform.ServerSettings;
import org.horarium.server.platform.SmtpUrl;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** Whether the mail server can be reached. Whether it takes a mail is told by the outbox, mail by mail. */
@Component
class MailCheck implements HealthCheck {
    private static final int TIMEOUT_MILLIS = 5_000;
    /** A mail server is not to be asked every few seconds: its log is somebody's, too. */
    private static final long EVERY_NANOS = 15_000_000_000L;

    private final @Nullable SmtpUrl url;
    private @Nullable Seen last;
    private long lastAt;

    @Autowired
    MailCheck(ServerSettings settings) {
        this(settings.smtpUrl() == null ? null : SmtpUrl.parse(settings.smtpUrl()));
    }

    MailCheck(@Nullable SmtpUrl url) {
        this.url = url;
    }

    @Override
    public String part() {
        return "mail";
    }

    @Override
    public boolean essential() {
        return false;
    }

    @Override
    public synchronized Seen look() {
        if (url == null) {
            return new Seen(State.OFF, "");
        }
        Seen before = last;
        if (before != null && before.state() == State.UP && System.nanoTime() - lastAt < EVERY_NANOS) {
            return before;
        }
        Seen seen = connect(url);
        last = seen;
        lastAt = System.nanoTime();
        return seen;
    }

    private static Seen connect(SmtpUrl url) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(url.host(), url.port()), TIMEOUT_MILLIS);
            return new Seen(State.UP, "");
        } catch (IOException e) {
            return new Seen(State.DOWN, "%s:%d: %s".formatted(url.host(), url.port(), e.getMessage()));
        }
    }
}
