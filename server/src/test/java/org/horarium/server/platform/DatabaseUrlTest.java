package org.horarium.server.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.horarium.server.platform.embedded.ServiceStartException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseUrlTest {
    @Test
    void userAndPasswordAreTakenOutOfTheUrl() {
        assertThat(DatabaseUrl.parse("postgresql://ada:p%40ss+w%3Ard@db.example.org:6432/plans?sslmode=require"))
                .isEqualTo(new DatabaseUrl(
                        "jdbc:postgresql://db.example.org:6432/plans?sslmode=require", "ada", "p@ss+w:rd"));
        assertThat(DatabaseUrl.parse("jdbc:postgresql://db/plans"))
                .isEqualTo(new DatabaseUrl("jdbc:postgresql://db:5432/plans", "", ""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"mysql://a:secret@b/c", "secret", "postgresql://a:secret@host", "postgresql://a:sec ret@h/d"})
    void anythingElseIsRefusedWithoutRepeatingIt(String url) {
        assertThatThrownBy(() -> DatabaseUrl.parse(url))
                .isInstanceOf(ServiceStartException.class)
                .hasMessageContaining("HORARIUM_DATABASE_URL")
                .hasMessageNotContaining("secret");
    }
}
