package org.horarium.server.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Message;
import jakarta.mail.internet.MimeMessage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.horarium.server.platform.SmtpUrl;
import org.horarium.server.testing.IntegrationTest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The outbox against a real mail server on this machine. */
@IntegrationTest
class MailDeliveryIT {
    private static final GreenMail SERVER = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    UnsubscribeLinks links;

    @Autowired
    MessageSource messages;

    @BeforeAll
    static void start() {
        SERVER.start();
    }

    @AfterAll
    static void stop() {
        SERVER.stop();
    }

    @BeforeEach
    void empty() throws Exception {
        jdbc.sql("DELETE FROM mail").update();
        SERVER.purgeEmailFromAllMailboxes();
    }

    private static MailServer server() {
        return new MailServer(
                SmtpUrl.parse("smtp://127.0.0.1:" + SERVER.getSmtp().getPort() + "?from=plans@college.example"),
                "https://plans.college.example");
    }

    private MailDelivery delivery() {
        return new MailDelivery(jdbc, server(), transaction, links, messages);
    }

    private static OutgoingMail mail(String recipient, @Nullable String secret, @Nullable String onceKey) {
        MailBody body = MailBody.begin()
                .heading("What you <said>")
                .paragraph("Grüße & Wünsche")
                .list(List.of("first", "second"))
                .link("https://plans.college.example/preferences/1?token=geheim")
                .build();
        return new OutgoingMail(
                "test", "round-7", recipient, "Ada Ö", "Bitte antworten – §5", body, secret, onceKey, "hod");
    }

    private boolean put(OutgoingMail mail) {
        return Boolean.TRUE.equals(transaction.execute(t -> new Outbox(jdbc, server()).add(mail)));
    }

    private String status() {
        return jdbc.sql("SELECT status FROM mail").query(String.class).single();
    }

    @Test
    void aMailArrivesInBothForms() throws Exception {
        put(mail("ada@college.example", null, null));
        assertThat(delivery().deliverDue()).isEqualTo(1);

        MimeMessage arrived = SERVER.getReceivedMessages()[0];
        UUID id = jdbc.sql("SELECT id FROM mail").query(UUID.class).single();
        assertThat(arrived.getSubject()).isEqualTo("Bitte antworten – §5");
        assertThat(arrived.getFrom()[0].toString()).isEqualTo("Horarium <plans@college.example>");
        assertThat(arrived.getRecipients(Message.RecipientType.TO)).hasSize(1);
        assertThat(arrived.getMessageID()).isEqualTo("<" + id + "@plans.college.example>");
        assertThat(arrived.getHeader("References")).containsExactly("<round-7@plans.college.example>");
        assertThat(arrived.getContentType()).startsWith("multipart/");
        String whole = GreenMailUtil.getWholeMessage(arrived);
        assertThat(whole).contains("text/plain").contains("text/html").contains("What you &lt;said&gt;");
        assertThat(status()).isEqualTo("SENT");
        assertThat(jdbc.sql("SELECT outcome FROM mail_attempt")
                        .query(String.class)
                        .list())
                .containsExactly("SENT");
    }

    @Test
    void whatWasSentIsNotSentAgainAndKeepsNoSecret() {
        put(mail("ada@college.example", "geheim", null));
        delivery().deliverDue();

        assertThat(delivery().deliverDue()).isZero();
        assertThat(SERVER.getReceivedMessages()).hasSize(1);
        assertThat(GreenMailUtil.getWholeMessage(SERVER.getReceivedMessages()[0]))
                .contains("geheim");
        assertThat(jdbc.sql("SELECT body_text || body_html || coalesce(secret, '') FROM mail")
                        .query(String.class)
                        .single())
                .doesNotContain("geheim")
                .contains("preferences/1?token=[…]");
    }

    @Test
    void aKeyMakesAMailOnce() {
        assertThat(put(mail("ada@college.example", null, "invite-1"))).isTrue();
        assertThat(put(mail("ada@college.example", null, "invite-1"))).isFalse();
        delivery().deliverDue();
        assertThat(SERVER.getReceivedMessages()).hasSize(1);
    }

    @Test
    void aMailOfATransactionThatFailsIsNeverSent() {
        transaction.executeWithoutResult(t -> {
            new Outbox(jdbc, server()).add(mail("ada@college.example", null, null));
            t.setRollbackOnly();
        });
        assertThat(delivery().deliverDue()).isZero();
    }

    @Test
    void severalProcessesShareTheWorkWithoutDoublingIt() throws Exception {
        for (int i = 0; i < 30; i++) {
            put(mail("person" + i + "@college.example", null, null));
        }
        ExecutorService processes = Executors.newFixedThreadPool(3);
        List<Future<Integer>> attempts = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            attempts.add(processes.submit(() -> delivery().deliverDue()));
        }
        int sum = 0;
        for (Future<Integer> each : attempts) {
            sum += each.get();
        }
        processes.shutdown();

        assertThat(sum).isEqualTo(30);
        assertThat(Arrays.stream(SERVER.getReceivedMessages()).map(MailDeliveryIT::id))
                .hasSize(30)
                .doesNotHaveDuplicates();
    }

    private static String id(MimeMessage message) {
        try {
            return message.getMessageID();
        } catch (jakarta.mail.MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void anAttemptThatDiedIsMadeAgainUnderTheSameId() {
        put(mail("ada@college.example", null, null));
        // what a kill -9 leaves: taken, never ended
        jdbc.sql("UPDATE mail SET status = 'SENDING', attempts = 1, due_at = now() + interval '1 minute'")
                .update();
        assertThat(delivery().deliverDue()).as("still within its time").isZero();

        jdbc.sql("UPDATE mail SET due_at = now() - interval '1 second'").update();
        assertThat(delivery().deliverDue()).isEqualTo(1);
        UUID id = jdbc.sql("SELECT id FROM mail").query(UUID.class).single();
        assertThat(id(SERVER.getReceivedMessages()[0])).contains(id.toString());
        assertThat(jdbc.sql("SELECT number FROM mail_attempt")
                        .query(Integer.class)
                        .list())
                .containsExactly(2);
    }

    @Test
    void aServerThatIsAwayIsTriedLaterAndAtLastGivenUp() {
        MailServer nowhere = new MailServer(SmtpUrl.parse("smtp://127.0.0.1:1"), "http://localhost:8080");
        MailDelivery delivery = new MailDelivery(jdbc, nowhere, transaction, links, messages);
        put(mail("ada@college.example", "geheim", null));
        for (int attempt = 1; attempt <= MailDelivery.PAUSES.size(); attempt++) {
            assertThat(delivery.deliverDue()).isEqualTo(1);
            assertThat(status()).isEqualTo("WAITING");
            assertThat(delivery.deliverDue()).as("it waits first").isZero();
            jdbc.sql("UPDATE mail SET due_at = now()").update();
        }
        delivery.deliverDue();
        assertThat(status()).isEqualTo("FAILED");
        assertThat(jdbc.sql("SELECT outcome FROM mail_attempt ORDER BY number")
                        .query(String.class)
                        .list())
                .hasSize(MailDelivery.PAUSES.size() + 1)
                .endsWith("LATER", "FAILED");
        assertThat(new MailBook(jdbc)
                        .sendAgain(jdbc.sql("SELECT id FROM mail")
                                .query(UUID.class)
                                .single()))
                .isTrue();
        assertThat(delivery().deliverDue()).isEqualTo(1);
        assertThat(status()).isEqualTo("SENT");
    }

    @Test
    void anAddressThatIsNoneIsGivenUpAtOnce() {
        put(mail("ada,ben@college.example", null, null));
        delivery().deliverDue();
        assertThat(status()).isEqualTo("FAILED");
    }

    @Test
    void noHeaderCanBeSmuggledIn() {
        assertThatThrownBy(() -> mail("ada@college.example\r\nBcc: all@college.example", null, null))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new OutgoingMail(
                        "test",
                        "t",
                        "a@b",
                        "Ada\nBcc: x@y",
                        "s",
                        MailBody.begin().build(),
                        null,
                        null,
                        "hod"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new OutgoingMail(
                        "test",
                        "t",
                        "a@b",
                        "Ada",
                        "s\r\n\r\nbody",
                        MailBody.begin().build(),
                        null,
                        null,
                        "hod"))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
