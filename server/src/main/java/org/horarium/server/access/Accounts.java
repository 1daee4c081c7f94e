package org.horarium.server.access;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.horarium.server.platform.InputError;
import org.horarium.server.platform.InvalidInputException;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The accounts. */
@Service
public class Accounts {
    static final int PASSWORD_MIN_LENGTH = 10;
    /** What bcrypt reads of a password, in bytes. */
    static final int PASSWORD_MAX_BYTES = 72;

    private final JdbcClient jdbc;
    private final PasswordEncoder encoder;

    Accounts(JdbcClient jdbc, PasswordEncoder encoder) {
        this.jdbc = jdbc;
        this.encoder = encoder;
    }

    /**
     * Makes an account.
     *
     * @return its key
     * @throws InvalidInputException with all that is wrong: e-mail, name, password, or the e-mail is taken
     */
    @Transactional
    public long create(NewAccount account) {
        String email = normalised(account.email());
        List<InputError> errors = new ArrayList<>();
        if (!email.matches("[^@\\s]+@[^@\\s]+")) {
            errors.add(new InputError("/email", "'" + account.email() + "' is not an e-mail address."));
        }
        if (account.name().isBlank()) {
            errors.add(new InputError("/name", "The name is empty."));
        }
        errors.addAll(passwordErrors("/password", account.password()));
        if (!errors.isEmpty()) {
            throw new InvalidInputException(errors);
        }
        long id;
        try {
            id = jdbc.sql("""
                            insert into account (email, name, role, password_hash, personnel_code, student_code)
                            values (?, ?, ?, ?, ?, ?) returning id
                            """)
                    .param(email)
                    .param(account.name())
                    .param(account.role().name())
                    .param(encoder.encode(account.password()))
                    .param(account.personnelCode())
                    .param(account.studentCode())
                    .query(Long.class)
                    .single();
        } catch (DuplicateKeyException e) {
            throw new InvalidInputException("/email", "There is an account for " + email + " already.");
        }
        setDepartments(id, account.departments());
        return id;
    }

    /**
     * Says who an account is among personnel and students and which departments it looks after, replacing what was said
     * before.
     *
     * @param email the login
     * @param departments codes
     * @param personnelCode null for none
     * @param studentCode null for none
     */
    @Transactional
    public void link(
            String email, Set<String> departments, @Nullable String personnelCode, @Nullable String studentCode) {
        Long id = jdbc.sql("update account set personnel_code = ?, student_code = ? where email = ? returning id")
                .param(personnelCode)
                .param(studentCode)
                .param(normalised(email))
                .query(Long.class)
                .optional()
                .orElseThrow(() -> new InvalidInputException("/email", "There is no account for " + email + "."));
        setDepartments(id, departments);
    }

    /** Whether there is an account for this e-mail address. */
    public boolean exists(String email) {
        return jdbc.sql("select count(*) from account where email = ?")
                        .param(normalised(email))
                        .query(Long.class)
                        .single()
                > 0;
    }

    /**
     * How somebody is reached.
     *
     * @param email the login
     * @param name for people
     */
    public record Contact(String email, String name) {}

    /** Those who may decide for all of some departments: administrators, and staff who look after each of them. */
    public List<Contact> managing(Collection<String> departments) {
        return jdbc.sql("""
                        select email, name from account
                        where enabled and (role = 'ADMIN' or role = 'STAFF' and not exists (
                            select from unnest(cast(:departments as text[])) wanted (code)
                            where code not in (select department_code from account_department where account_id = account.id)))
                        order by email
                        """)
                .param("departments", departments.toArray(new String[0]))
                .query((row, number) -> new Contact(row.getString("email"), row.getString("name")))
                .list();
    }

    /** How the owner of a login is reached; nothing when there is no such account or it is disabled. */
    public Optional<Contact> contact(String email) {
        return jdbc.sql("select email, name from account where email = ? and enabled")
                .param(normalised(email))
                .query((row, number) -> new Contact(row.getString("email"), row.getString("name")))
                .optional();
    }

    /** How many accounts there are. */
    long count() {
        return jdbc.sql("select count(*) from account").query(Long.class).single();
    }

    /** What is wrong with a new password; empty when nothing is. */
    static List<InputError> passwordErrors(String pointer, String password) {
        if (password.length() < PASSWORD_MIN_LENGTH) {
            return List.of(
                    new InputError(pointer, "The password is shorter than " + PASSWORD_MIN_LENGTH + " characters."));
        }
        if (password.getBytes(StandardCharsets.UTF_8).length > PASSWORD_MAX_BYTES) {
            return List.of(new InputError(pointer, "The password is longer than " + PASSWORD_MAX_BYTES + " bytes."));
        }
        return List.of();
    }

    /** Sets the password of an account; the caller has checked it. */
    void setPassword(String email, String password) {
        jdbc.sql("update account set password_hash = ? where email = ?")
                .params(encoder.encode(password), normalised(email))
                .update();
    }

    /** The enabled account with this key; null when there is none. */
    @Nullable
    Actor actor(long id) {
        return jdbc.sql("""
                        select a.id, a.email, a.name, a.role, a.personnel_code, a.student_code,
                               coalesce(string_agg(d.department_code, ',' order by d.department_code), '') as departments
                        from account a left join account_department d on d.account_id = a.id
                        where a.id = ? and a.enabled group by a.id
                        """)
                .param(id)
                .query((row, number) -> new Actor(
                        row.getLong("id"),
                        row.getString("email"),
                        row.getString("name"),
                        Role.valueOf(row.getString("role")),
                        split(row.getString("departments")),
                        row.getString("personnel_code"),
                        row.getString("student_code")))
                .optional()
                .orElse(null);
    }

    /** Key and password hash of the enabled account with this e-mail address; null when there is none. */
    @Nullable
    Credentials credentials(String email) {
        return jdbc.sql("select id, password_hash from account where email = ? and enabled")
                .param(normalised(email))
                .query((row, number) -> new Credentials(row.getLong("id"), row.getString("password_hash")))
                .optional()
                .orElse(null);
    }

    static String normalised(String email) {
        return email.strip().toLowerCase(Locale.ROOT);
    }

    private void setDepartments(long id, Set<String> departments) {
        jdbc.sql("delete from account_department where account_id = ?")
                .param(id)
                .update();
        for (String department : departments) {
            jdbc.sql("insert into account_department (account_id, department_code) values (?, ?)")
                    .params(id, department)
                    .update();
        }
    }

    private static Set<String> split(String codes) {
        return List.of(codes.split(",")).stream()
                .filter(code -> !code.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }

    /**
     * What a login is checked against.
     *
     * @param accountId key
     * @param hash of the password
     */
    record Credentials(long accountId, String hash) {}
}
