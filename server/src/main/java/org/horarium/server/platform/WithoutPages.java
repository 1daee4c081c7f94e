package org.horarium.server.platform;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.TypeExcludeFilter;
import org.springframework.core.type.AnnotationMetadata;
import org.springframework.core.type.ClassMetadata;
import org.springframework.core.type.classreading.MetadataReader;
import org.springframework.core.type.classreading.MetadataReaderFactory;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Leaves out, while the beans of a worker are looked for, all that serves pages and REST. To be registered as a singleton
 * before the context is refreshed.
 */
public final class WithoutPages extends TypeExcludeFilter {
    private static final Pattern WEB_PACKAGE = Pattern.compile("org\\.horarium\\.server\\..*\\bweb\\..*");
    private static final List<String> MARKS =
            List.of(Controller.class.getName(), ControllerAdvice.class.getName(), PagesOnly.class.getName());

    @Override
    public boolean match(MetadataReader reader, MetadataReaderFactory factory) throws IOException {
        ClassMetadata type = reader.getClassMetadata();
        AnnotationMetadata annotations = reader.getAnnotationMetadata();
        return WEB_PACKAGE.matcher(type.getClassName()).matches()
                || Set.of(type.getInterfaceNames()).contains(WebMvcConfigurer.class.getName())
                || MARKS.stream().anyMatch(annotations::isAnnotated);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof WithoutPages;
    }

    @Override
    public int hashCode() {
        return WithoutPages.class.hashCode();
    }
}
