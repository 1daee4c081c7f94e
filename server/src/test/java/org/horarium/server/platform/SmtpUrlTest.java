package org.horarium.server.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.horarium.server.platform.embedded.ServiceStartException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SmtpUrlTest {
    @Test
    void allPartsAreRead() {
        assertThat(SmtpUrl.parse("smtps://mail%40er:p%3Aw+d@mail.college.example:4650?from=plans@college.example"))
                .isEqualTo(
                        new SmtpUrl("mail.college.example", 4650, true, "mail@er", "p:w+d", "plans@college.example"));
        assertThat(SmtpUrl.parse("smtp://mail.college.example"))
                .isEqualTo(new SmtpUrl("mail.college.example", 587, false, "", "", null));
        assertThat(SmtpUrl.parse("smtps://mail.college.example").port()).isEqualTo(465);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mail.college.example",
                "http://user:hunter2@mail.college.example",
                "smtp://",
                "smtp://a b",
                "smtp://h?from=nobody",
                "smtp://h?from=a@b%0d%0aBcc:x@y"
            })
    void anythingElseIsRefusedWithoutShowingThePassword(String text) {
        assertThatThrownBy(() -> SmtpUrl.parse(text))
                .isInstanceOf(ServiceStartException.class)
                .hasMessageContaining("HORARIUM_SMTP_URL")
                .hasMessageNotContaining("hunter2");
    }
}
