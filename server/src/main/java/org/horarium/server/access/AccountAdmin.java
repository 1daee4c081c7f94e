package org.horarium.server.access;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.horarium.server.audit.AuditLog;
import org.horarium.server.platform.InvalidInputException;
import org.horarium.server.platform.NavigationEntry;
import org.horarium.server.platform.NotFoundException;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Administrators make accounts, say who they are, lock them and give new passwords. */
@Controller
@RequestMapping("/admin/accounts")
class AccountAdmin {
    private static final Pattern COMMAS = Pattern.compile("[,;\\s]+");

    private final Accounts accounts;
    private final AuditLog audit;
    private final JdbcClient jdbc;

    AccountAdmin(Accounts accounts, AuditLog audit, JdbcClient jdbc) {
        this.accounts = accounts;
        this.audit = audit;
        this.jdbc = jdbc;
    }

    @Bean
    static NavigationEntry accountsEntry() {
        return NavigationEntry.of("nav.accounts", "/admin/accounts", "people", 90, "ADMIN");
    }

    /**
     * What the forms send; kept in the session for the moment between a refusal and the form.
     *
     * @param email the login; not changed later
     * @param name for people
     * @param role what they are
     * @param departments codes, with commas between
     * @param personnelCode empty for none
     * @param studentCode empty for none
     */
    record Form(String email, String name, Role role, String departments, String personnelCode, String studentCode)
            implements Serializable {
        private static final long serialVersionUID = 1L;

        /** A request may leave fields out: they are empty then, and the checks tell. */
        Form {
            email = orEmpty(email);
            name = orEmpty(name);
            role = Objects.requireNonNullElse(role, Role.STUDENT);
            departments = orEmpty(departments);
            personnelCode = orEmpty(personnelCode);
            studentCode = orEmpty(studentCode);
        }

        Set<String> departmentCodes() {
            return COMMAS.splitAsStream(departments.strip())
                    .filter(code -> !code.isEmpty())
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    /** An account in the list and in its form. */
    record Row(long id, boolean enabled, Form form) {}

    @GetMapping
    String list(Model model) {
        model.addAttribute("accounts", rows(null));
        return "access/accounts";
    }

    @GetMapping("/new")
    String newAccount(Model model) {
        if (!model.containsAttribute("form")) {
            model.addAttribute("form", new Form("", "", Role.STAFF, "", "", ""));
        }
        model.addAttribute("roles", Role.values());
        return "access/account-form";
    }

    @GetMapping("/{id}")
    String edit(@PathVariable long id, Model model) {
        Row row = row(id);
        model.addAttribute("row", row);
        model.addAttribute("form", row.form());
        model.addAttribute("roles", Role.values());
        return "access/account-form";
    }

    @PostMapping
    String create(Actor actor, Form form, RedirectAttributes redirect) {
        String password = Passwords.random();
        try {
            accounts.create(new NewAccount(
                    form.email(),
                    form.name(),
                    form.role(),
                    password,
                    form.departmentCodes(),
                    orNull(form.personnelCode()),
                    orNull(form.studentCode())));
        } catch (InvalidInputException e) {
            redirect.addFlashAttribute("form", form);
            e.errors()
                    .forEach(error ->
                            redirect.addFlashAttribute(error.pointer().replace("/", "") + "Error", error.detail()));
            return "redirect:/admin/accounts/new";
        }
        audit.record(actor.email(), "access.account-made", form.email(), Map.of("role", form.role()));
        return withPassword(redirect, form.email(), password);
    }

    @PostMapping("/{id}")
    @Transactional
    String update(Actor actor, @PathVariable long id, Form form, RedirectAttributes redirect) {
        Row row = row(id);
        if (form.name().isBlank()) {
            redirect.addFlashAttribute("nameError", "–");
            return "redirect:/admin/accounts/" + id;
        }
        // nobody takes their own key away: there is always one administrator left
        Role role = actor.accountId() == id ? row.form().role() : form.role();
        jdbc.sql("update account set name = ?, role = ? where id = ?")
                .params(form.name().strip(), role.name(), id)
                .update();
        accounts.link(
                row.form().email(), form.departmentCodes(), orNull(form.personnelCode()), orNull(form.studentCode()));
        audit.record(
                actor.email(),
                "access.account-changed",
                row.form().email(),
                Map.of("role", role, "departments", form.departmentCodes()));
        redirect.addFlashAttribute("flash", "accounts.changed");
        return "redirect:/admin/accounts";
    }

    @PostMapping("/{id}/enabled")
    String setEnabled(Actor actor, @PathVariable long id, @RequestParam boolean enabled, RedirectAttributes redirect) {
        Row row = row(id);
        if (actor.accountId() == id) {
            throw new InvalidInputException("/id", "You can't lock your own account. Another administrator can.");
        }
        jdbc.sql("update account set enabled = ? where id = ?")
                .params(enabled, id)
                .update();
        audit.record(
                actor.email(),
                enabled ? "access.account-opened" : "access.account-locked",
                row.form().email(),
                Map.of());
        redirect.addFlashAttribute("flash", enabled ? "accounts.opened" : "accounts.locked");
        return "redirect:/admin/accounts";
    }

    @PostMapping("/{id}/password")
    String newPassword(Actor actor, @PathVariable long id, RedirectAttributes redirect) {
        String email = row(id).form().email();
        String password = Passwords.random();
        accounts.setPassword(email, password);
        audit.record(actor.email(), "access.password-reset", email, Map.of());
        return withPassword(redirect, email, password);
    }

    private static String withPassword(RedirectAttributes redirect, String email, String password) {
        redirect.addFlashAttribute("newLogin", email);
        redirect.addFlashAttribute("newPassword", password);
        return "redirect:/admin/accounts";
    }

    private Row row(long id) {
        List<Row> found = rows(id);
        if (found.isEmpty()) {
            throw new NotFoundException("There is no account " + id + ".");
        }
        return found.get(0);
    }

    private List<Row> rows(@Nullable Long id) {
        return new ArrayList<>(jdbc.sql("""
                        select a.*, coalesce(string_agg(d.department_code, ', ' order by d.department_code), '') as departments
                        from account a left join account_department d on d.account_id = a.id
                        where cast(:id as bigint) is null or a.id = :id
                        group by a.id order by a.role, a.email limit 500
                        """)
                .param("id", id)
                .query((row, number) -> new Row(
                        row.getLong("id"),
                        row.getBoolean("enabled"),
                        new Form(
                                row.getString("email"),
                                row.getString("name"),
                                Role.valueOf(row.getString("role")),
                                row.getString("departments"),
                                orEmpty(row.getString("personnel_code")),
                                orEmpty(row.getString("student_code")))))
                .list());
    }

    private static @Nullable String orNull(String text) {
        return text.isBlank() ? null : text.strip();
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
