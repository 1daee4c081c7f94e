package org.horarium.server.platform.web;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.horarium.server.platform.PagesOnly;
import org.springframework.context.annotation.Configuration;
import org.thymeleaf.context.IExpressionContext;
import org.thymeleaf.linkbuilder.StandardLinkBuilder;
import org.thymeleaf.spring6.SpringTemplateEngine;

/**
 * Links in pages. Those to files of libraries get the version of the library, so that browsers may keep the files; which that is,
 * is looked up once. All others stay as they are: to look on the whole class path whether each of them is a file costs more than
 * the rest of a page.
 */
final class PageLinks extends StandardLinkBuilder {
    private static final String LIBRARIES = "/webjars/";

    private final Map<String, String> versioned = new ConcurrentHashMap<>();

    @Override
    protected String processLink(IExpressionContext context, String link) {
        if (!link.contains(LIBRARIES)) {
            return link;
        }
        String known = versioned.get(link);
        if (known == null) {
            known = super.processLink(context, link);
            if (!known.equals(link)) {
                versioned.put(link, known);
            }
        }
        return known;
    }

    /** Gives them to the engine before it writes its first page. */
    @PagesOnly
    @Configuration(proxyBeanMethods = false)
    static class OfPages {
        OfPages(SpringTemplateEngine engine) {
            engine.setLinkBuilder(new PageLinks());
        }
    }
}
