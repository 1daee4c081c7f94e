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

    /** Those who publish may publish the repair of a disruption without a second pair of eyes. */
    public static final Setting REPAIRS_AT_ONCE = new Setting("approval.repairs-at-once", true, 30);

    @Bean
    static Setting fourEyesSetting() {
        return FOUR_EYES;
    }

    @Bean
    static Setting staffPublishesSetting() {
        return STAFF_PUBLISHES;
    }

    @Bean
    static Setting repairsAtOnceSetting() {
        return REPAIRS_AT_ONCE;
    }
}
