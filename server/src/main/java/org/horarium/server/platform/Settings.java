package org.horarium.server.platform;

import java.util.Comparator;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What an administrator has switched on or off. Read anew each time, so a change counts at once, in every process. */
@Service
public class Settings {
    private final JdbcClient jdbc;
    private final List<Setting> all;

    Settings(JdbcClient jdbc, List<Setting> all) {
        this.jdbc = jdbc;
        this.all = all.stream()
                .sorted(Comparator.comparingInt(Setting::order).thenComparing(Setting::key))
                .toList();
    }

    /** All that there are, in order. */
    public List<Setting> all() {
        return all;
    }

    /** Whether a setting is on. */
    public boolean isOn(Setting setting) {
        return jdbc.sql("select value from app_setting where key = ?")
                .param(setting.key())
                .query(Boolean.class)
                .optional()
                .orElse(setting.byDefault());
    }

    /**
     * Switches a setting.
     *
     * @param by login of who does it
     * @return whether that changed anything
     */
    @Transactional
    public boolean set(Setting setting, boolean on, String by) {
        if (isOn(setting) == on) {
            return false;
        }
        jdbc.sql("""
                        insert into app_setting (key, value, changed_by) values (:key, :value, :by)
                        on conflict (key) do update
                        set value = excluded.value, changed_by = excluded.changed_by, changed_at = now()
                        """)
                .param("key", setting.key())
                .param("value", on)
                .param("by", by)
                .update();
        return true;
    }
}
