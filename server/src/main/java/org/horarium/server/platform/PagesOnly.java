package org.horarium.server.platform;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a bean that only a process with pages has ({@link Duty#pages()}). Not needed on controllers, on {@code
 * WebMvcConfigurer}s and in packages named {@code web}: these are left out of a worker anyway.
 */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface PagesOnly {}
