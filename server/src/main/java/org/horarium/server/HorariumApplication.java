package org.horarium.server;

import java.util.HashMap;
import java.util.Map;
import org.horarium.server.platform.ServerSettings;
import org.horarium.server.platform.Services;
import org.horarium.server.platform.WithoutPages;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;

/** The application. Started by the command line's {@code serve} and {@code worker}. */
@SpringBootApplication(
        nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class) // modules may use the same words
public class HorariumApplication {
    /**
     * Starts the services where they are built in, then the application.
     *
     * @param settings from flags and environment
     * @return the running application; closing it, or the end of the process, stops the services too
     * @throws org.horarium.server.platform.embedded.ServiceStartException when a service can't be started or the port is
     *     in use; the message is for people
     */
    public static ConfigurableApplicationContext start(ServerSettings settings) {
        Map<String, Object> properties = new HashMap<>(Services.start(settings));
        properties.put("server.port", settings.port());
        properties.put("horarium.generation.worker", settings.process());
        properties.put("horarium.generation.threads", settings.searchThreads());
        SpringApplication application = new SpringApplication(HorariumApplication.class);
        application.setDefaultProperties(properties);
        application.addInitializers(context -> context.getBeanFactory().registerSingleton("serverSettings", settings));
        if (!settings.duty().pages()) {
            application.setWebApplicationType(WebApplicationType.NONE);
            application.addInitializers(
                    context -> context.getBeanFactory().registerSingleton("withoutPages", new WithoutPages()));
        }
        return application.run();
    }
}
