/**
 * Turns what the engine found about a college into phrases: message keys with names, numbers and times, and links to
 * the records. Knows no page and no language.
 */
@NullMarked
package org.horarium.server.explanation.words;

import org.jspecify.annotations.NullMarked;
