package org.horarium.server.platform;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.HashMap;
import java.util.Map;
import org.horarium.server.platform.embedded.EmbeddedServices;
import org.horarium.server.platform.embedded.ServiceKeeper;
import org.horarium.server.platform.embedded.ServiceStartException;
import org.springframework.boot.SpringApplication;

/** Brings up what the application needs before its context exists. */
public final class Services {
    private Services() {}

    /**
     * Checks the port where there are pages, then starts or joins the built-in services that the settings do not replace; they are stopped
     * after the application's context at the end of the process.
     *
     * @return the Spring properties that lead to database and Redis
     * @throws ServiceStartException when something can't be started; the message is for people
     */
    public static Map<String, Object> start(ServerSettings settings) {
        if (settings.duty().pages()) {
            requireFreePort(settings.port());
        }
        if (settings.smtpUrl() != null) {
            SmtpUrl.parse(settings.smtpUrl());
        }
        Map<String, Object> properties = new HashMap<>();
        properties.put(
                "logging.file.name",
                settings.data()
                        .resolve("logs")
                        .resolve(settings.name() + ".log")
                        .toString());
        if (settings.jsonLog()) {
            properties.put("logging.structured.format.file", "ecs");
        }
        String databaseUrl = settings.databaseUrl();
        String redisUrl = settings.redisUrl();
        if (databaseUrl != null) {
            DatabaseUrl url = DatabaseUrl.parse(databaseUrl);
            putDatabase(properties, url.jdbc(), url.user(), url.password());
        }
        if (redisUrl != null) {
            properties.put("spring.data.redis.url", redisUrl);
        }
        if (databaseUrl == null || redisUrl == null) {
            EmbeddedServices services = EmbeddedServices.start(settings.data(), databaseUrl == null, redisUrl == null);
            ServiceKeeper keeper = ServiceKeeper.of(services);
            SpringApplication.getShutdownHandlers().add(() -> {
                keeper.close();
                services.close();
            });
            if (databaseUrl == null) {
                putDatabase(
                        properties,
                        services.jdbcUrl(EmbeddedServices.DATABASE),
                        services.databaseUser(),
                        services.databasePassword());
            }
            if (redisUrl == null) {
                properties.put("spring.data.redis.url", services.redisUrl());
            }
        }
        return properties;
    }

    private static void putDatabase(Map<String, Object> properties, String url, String user, String password) {
        properties.put("spring.datasource.url", url);
        properties.put("spring.datasource.username", user);
        properties.put("spring.datasource.password", password);
    }

    private static void requireFreePort(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(port));
        } catch (IOException e) {
            throw new ServiceStartException(
                    "Port " + port + " is in use or not allowed (" + e.getMessage()
                            + ").\nMaybe Horarium runs already; another port: --port or HORARIUM_PORT.",
                    e);
        }
    }
}
