package org.horarium.server.platform;

import static org.assertj.core.api.Assertions.assertThat;

import org.horarium.server.testing.IntegrationTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

@IntegrationTest
class ServicesIT {
    @Autowired
    JdbcClient jdbc;

    @Autowired
    StringRedisTemplate redis;

    @Test
    void theApplicationStandsOnARealMigratedPostgres() {
        assertThat(jdbc.sql("select count(*) from account").query(Long.class).single())
                .isZero();
        assertThat(jdbc.sql("show fsync").query(String.class).single()).isEqualTo("on");
        assertThat(jdbc.sql("select datlocprovider from pg_database where datname = current_database()")
                        .query(String.class)
                        .single())
                .as("builtin locale provider")
                .isEqualTo("b");
    }

    @Test
    void andOnARealRedis() {
        redis.opsForValue().set("probe", "x");
        assertThat(redis.opsForValue().get("probe")).isEqualTo("x");
    }
}
