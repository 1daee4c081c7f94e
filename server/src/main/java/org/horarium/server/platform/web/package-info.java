/**
 * What all pages and all of REST have in common: layout, language, static files, faults as problem details or error
 * pages, health. Knows no business module and no role by name.
 */
@NullMarked
package org.horarium.server.platform.web;

import org.jspecify.annotations.NullMarked;
