package org.horarium.server.publishing;

import org.horarium.server.platform.Setting;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What an administrator can say about published timetables. */
@Configuration(proxyBeanMethods = false)
public class PublishingSettings {
    /** Anybody may see the weeks of rooms; else only who is logged in. */
    public static final Setting PUBLIC_ROOMS = new Setting("publishing.public-rooms", false, 30);

    /** Anybody may see the weeks of a department's groups; else only who is logged in. */
    public static final Setting PUBLIC_DEPARTMENTS = new Setting("publishing.public-departments", false, 40);

    @Bean
    static Setting publicRoomsSetting() {
        return PUBLIC_ROOMS;
    }

    @Bean
    static Setting publicDepartmentsSetting() {
        return PUBLIC_DEPARTMENTS;
    }
}
