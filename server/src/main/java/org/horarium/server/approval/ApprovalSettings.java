package org.horarium.server.approval;

import org.horarium.server.platform.Setting;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What an administrator can say about approvals. */
@Configuration(proxyBeanMethods = false)
public class ApprovalSettings {
    /** Whoever submits a timetable can't approve it. */
    public static final Setting FOUR_EYES = new Setting("approval.four-eyes", true, 10);

    /** Staff may publish the timetables of their departments; else only administrators do. */
    public static final Setting STAFF_PUBLISHES = new Setting("approval.staff-publishes", false, 20);

    @Bean
    static Setting fourEyesSetting() {
        return FOUR_EYES;
    }

    @Bean
    static Setting staffPublishesSetting() {
        return STAFF_PUBLISHES;
    }
}
