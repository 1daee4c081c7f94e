package org.horarium.server.assessmentcentre.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Locale;
import org.horarium.server.assessmentcentre.PersonKind;
import org.horarium.server.assessmentcentre.PersonLinks;
import org.horarium.server.assessmentcentre.PersonLinks.Opened;
import org.horarium.server.assessmentcentre.sheet.PersonCalendar;
import org.horarium.server.assessmentcentre.sheet.Sheets;
import org.horarium.server.assessmentcentre.view.By;
import org.horarium.server.assessmentcentre.view.Lists;
import org.horarium.server.platform.NotFoundException;
import org.horarium.server.platform.RateLimiter;
import org.horarium.server.platform.TooManyRequestsException;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/**
 * What a secret link opens, without an account: the own sheet, as a page, a PDF and a calendar. Reading changes nothing,
 * and the address is told nobody.
 */
@Controller
@RequestMapping("/itinerary/{secret}")
class ItineraryPages {
    private static final int MOST_WRONG = 30;
    private static final Duration WINDOW = Duration.ofMinutes(10);

    private final PersonLinks links;
    private final Sheets sheets;
    private final RateLimiter limiter;

    ItineraryPages(PersonLinks links, Sheets sheets, RateLimiter limiter) {
        this.links = links;
        this.sheets = sheets;
        this.limiter = limiter;
    }

    @GetMapping
    String show(@PathVariable String secret, HttpServletRequest request, HttpServletResponse response, Model model) {
        Opened opened = open(secret, request);
        response.setHeader("Referrer-Policy", "no-referrer");
        response.setHeader(HttpHeaders.CACHE_CONTROL, CacheControl.noStore().getHeaderValue());
        response.setHeader("X-Robots-Tag", "noindex");
        By by = by(opened);
        Lists.Sheet sheet = Lists.one(
                opened.version().centre(),
                opened.version().plan(),
                by,
                opened.link().person());
        if (sheet == null) {
            throw new NotFoundException("You are not part of the plan any more. Ask the coordinator.");
        }
        model.addAttribute("version", opened.version());
        model.addAttribute("sheet", sheet);
        model.addAttribute("whose", by);
        model.addAttribute("secret", secret);
        return "assessmentcentre/itinerary";
    }

    @GetMapping("/calendar.ics")
    ResponseEntity<byte[]> calendar(@PathVariable String secret, HttpServletRequest request) {
        Opened opened = open(secret, request);
        return Downloads.calendar(
                PersonCalendar.file(
                        opened.versions(),
                        opened.current(),
                        opened.link().kind(),
                        opened.link().person()),
                opened.version().centre().name());
    }

    @GetMapping("/sheet.pdf")
    ResponseEntity<byte[]> sheet(@PathVariable String secret, HttpServletRequest request, Locale locale) {
        Opened opened = open(secret, request);
        Sheets.Kind kind =
                opened.link().kind() == PersonKind.PARTICIPANT ? Sheets.Kind.PARTICIPANTS : Sheets.Kind.ASSESSORS;
        return Downloads.pdf(
                sheets.pdf(opened.version(), kind, opened.link().person(), locale),
                opened.version().centre().name());
    }

    private static By by(Opened opened) {
        return opened.link().kind() == PersonKind.PARTICIPANT ? By.PARTICIPANT : By.ASSESSOR;
    }

    /** Guessing is hopeless, and slow. */
    private Opened open(String secret, HttpServletRequest request) {
        String key = "itinerary:" + request.getRemoteAddr();
        if (limiter.current(key) >= MOST_WRONG) {
            throw new TooManyRequestsException("Too many links that lead nowhere. Try again later.", WINDOW);
        }
        try {
            return links.open(secret);
        } catch (NotFoundException e) {
            limiter.count(key, WINDOW);
            throw e;
        }
    }
}
