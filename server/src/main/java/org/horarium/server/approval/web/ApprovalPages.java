package org.horarium.server.approval.web;

import java.util.List;
import org.horarium.server.access.Actor;
import org.horarium.server.access.Actors;
import org.horarium.server.access.Role;
import org.horarium.server.approval.ApprovalBoard;
import org.horarium.server.platform.HomeCard;
import org.horarium.server.platform.HomeContributor;
import org.horarium.server.platform.NavigationEntry;
import org.horarium.server.timetable.RevisionStatus;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The dashboard: what waits for a decision, what waits to be published, what is published. */
@Controller
class ApprovalPages {
    private final ApprovalBoard board;

    ApprovalPages(ApprovalBoard board) {
        this.board = board;
    }

    @GetMapping("/admin/approvals")
    String show(Actor actor, Model model) {
        model.addAttribute("pending", board.in(actor, RevisionStatus.PENDING_REVIEW));
        model.addAttribute("approved", board.toPublish(actor));
        model.addAttribute("published", board.published(actor));
        return "approval/board";
    }

    /** Where people find it. */
    @Configuration(proxyBeanMethods = false)
    static class Navigation {
        @Bean
        static NavigationEntry approvalsEntry() {
            return NavigationEntry.of("nav.approvals", "/admin/approvals", "clipboard-check", 45, "ADMIN", "STAFF");
        }

        @Bean
        static HomeContributor approvalsCard(Actors actors, ApprovalBoard board, MessageSource messages) {
            return locale -> {
                Actor actor = actors.current();
                if (!actor.hasRole(Role.ADMIN, Role.STAFF)) {
                    return List.of();
                }
                int waiting = board.in(actor, RevisionStatus.PENDING_REVIEW).size();
                return waiting == 0
                        ? List.of()
                        : List.of(new HomeCard(
                                messages.getMessage("approval.home.title", null, locale),
                                messages.getMessage("approval.home.text", new Object[] {waiting}, locale),
                                "clipboard-check",
                                "/admin/approvals",
                                messages.getMessage("approval.home.action", null, locale),
                                5));
            };
        }
    }
}
