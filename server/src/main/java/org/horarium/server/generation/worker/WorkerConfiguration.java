package org.horarium.server.generation.worker;

import org.horarium.engine.variant.Variants;
import org.horarium.server.generation.store.LiveProgress;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.redis.connection.RedisConnectionFactory;
import org.springframework.data.redis.listener.ChannelTopic;
import org.springframework.data.redis.listener.RedisMessageListenerContainer;

/** The parts of the worker that come from libraries. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(WorkerSettings.class)
class WorkerConfiguration {
    @Bean
    VariantSearch variantSearch() {
        return Variants::make;
    }

    /** Hears the wishes that come over Redis. */
    @Bean
    RedisMessageListenerContainer generationWishes(RedisConnectionFactory redis, RunningJobs running) {
        RedisMessageListenerContainer container = new RedisMessageListenerContainer();
        container.setConnectionFactory(redis);
        container.addMessageListener(running, ChannelTopic.of(LiveProgress.WISHES));
        return container;
    }
}
