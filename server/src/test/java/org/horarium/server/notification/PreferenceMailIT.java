package org.horarium.server.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.horarium.server.access.Accounts;
import org.horarium.server.access.Role;
import org.horarium.server.platform.SmtpUrl;
import org.horarium.server.preference.Campus;
import org.horarium.server.schedule.Colleges;
import org.horarium.server.schedule.Schedules;
import org.horarium.server.testing.IntegrationTest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** Invitation, reminder and receipt of a round of preferences, as they arrive at a real mail server. */
@IntegrationTest
class PreferenceMailIT {
    private static final GreenMail SERVER = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    private static final Pattern LINK = Pattern.compile("http://localhost:\\d+(/preferences/\\S+token=\\S+)");

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    UnsubscribeLinks links;

    @Autowired
    MessageSource messages;

    @Autowired
    MailBook book;

    @BeforeAll
    static void start() {
        SERVER.start();
    }

    @AfterAll
    static void stop() {
        SERVER.stop();
    }

    /** The mails so far were kept; they go out now, and the new ones are told, as plain text. */
    private List<String> deliver() throws Exception {
        int before = SERVER.getReceivedMessages().length;
        for (UUID id : jdbc.sql("SELECT id FROM mail WHERE status = 'KEPT' ORDER BY created_at")
                .query(UUID.class)
                .list()) {
            assertThat(book.sendAgain(id)).isTrue();
        }
        MailServer server = new MailServer(
                SmtpUrl.parse("smtp://127.0.0.1:" + SERVER.getSmtp().getPort()), "http://localhost:8080");
        new MailDelivery(jdbc, server, transaction, links, messages).deliverDue();
        List<String> texts = new ArrayList<>();
        MimeMessage[] all = SERVER.getReceivedMessages();
        for (int i = before; i < all.length; i++) {
            MimeMultipart mixed = (MimeMultipart) all[i].getContent();
            MimeMultipart related = (MimeMultipart) mixed.getBodyPart(0).getContent();
            MimeMultipart alternative = (MimeMultipart) related.getBodyPart(0).getContent();
            texts.add(all[i].getSubject() + "\n" + alternative.getBodyPart(0).getContent());
        }
        return texts;
    }

    @Test
    void invitationReminderAndReceiptArrive(
            @Autowired Colleges colleges,
            @Autowired Schedules schedules,
            @Autowired Accounts accounts,
            @Autowired MockMvc mvc,
            @Autowired JsonMapper json)
            throws Exception {
        Campus campus = new Campus(colleges, schedules, accounts, mvc, json, jdbc);
        mvc.perform(campus.people.by(Role.ADMIN, post(campus.tab() + "/invite")))
                .andExpect(status().isConflict());
        campus.open();

        // only P1 has an address; the others are named
        mvc.perform(campus.people.by(Role.ADMIN, post(campus.tab() + "/invite")))
                .andExpect(flash().attribute("flashText", "One link is on its way."))
                .andExpect(flash().attribute("flashError", org.hamcrest.Matchers.containsString("Hans Iver")));
        mvc.perform(campus.people.by(Role.ADMIN, post(campus.tab() + "/invite")));
        List<String> invitations = deliver();
        assertThat(invitations).hasSize(1);
        assertThat(invitations.get(0))
                .contains("Please say which activities you prefer")
                .contains("Grace Hill")
                .contains("Thank you");
        Matcher link = LINK.matcher(invitations.get(0));
        assertThat(link.find()).isTrue();
        mvc.perform(get(link.group(1))).andExpect(status().isOk());
        assertThat(jdbc.sql("SELECT string_agg(body_text, '') FROM mail")
                        .query(String.class)
                        .single())
                .as("what is kept opens nothing")
                .doesNotContain(link.group(1));

        mvc.perform(campus.people.by(Role.ADMIN, post(campus.tab() + "/remind")))
                .andExpect(flash().attribute("flashText", "One reminder is on its way."));
        mvc.perform(campus.people.by(Role.ADMIN, post(campus.tab() + "/remind")))
                .andExpect(flash().attribute("flashText", org.hamcrest.Matchers.startsWith("Nobody was reminded")));
        assertThat(deliver()).singleElement().asString().contains("Reminder").contains("have not been submitted yet");

        campus.browser("P1").submit(campus.line("DB-lab", "PREFER", 1));
        assertThat(deliver())
                .singleElement()
                .asString()
                .contains("Receipt no. 1")
                .contains("1. DB lab")
                .doesNotContain("token=");
        jdbc.sql("UPDATE preference_sheet SET reminded_at = NULL").update();
        mvc.perform(campus.people.by(Role.ADMIN, post(campus.tab() + "/remind")))
                .andExpect(flash().attribute("flashText", org.hamcrest.Matchers.startsWith("Nobody was reminded")));
    }
}
