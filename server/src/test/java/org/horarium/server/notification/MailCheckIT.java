package org.horarium.server.notification;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import org.horarium.server.platform.HealthCheck.State;
import org.horarium.server.platform.SmtpUrl;
import org.junit.jupiter.api.Test;

/** Whether it is noticed that the mail server is away and back. */
class MailCheckIT {
    @Test
    void aServerThatIsAwayIsSeenAndSeenAgainWhenItIsBack() {
        GreenMail mail = new GreenMail(new ServerSetup(0, "127.0.0.1", "smtp"));
        mail.start();
        int port = mail.getSmtp().getPort();
        mail.stop();
        MailCheck check = new MailCheck(SmtpUrl.parse("smtp://127.0.0.1:" + port));
        assertThat(check.look().state()).isEqualTo(State.DOWN);
        assertThat(check.look().detail()).contains("127.0.0.1:" + port);

        GreenMail back = new GreenMail(new ServerSetup(port, "127.0.0.1", "smtp"));
        back.start();
        try {
            assertThat(check.look().state()).isEqualTo(State.UP);
        } finally {
            back.stop();
        }
    }

    @Test
    void withoutAServerItIsOff() {
        assertThat(new MailCheck((SmtpUrl) null).look().state()).isEqualTo(State.OFF);
    }
}
