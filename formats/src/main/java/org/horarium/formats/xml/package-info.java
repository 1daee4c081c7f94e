/**
 * XML for the readers and writers of this module: a small tree with line numbers, read by a hardened parser (no DTD, no
 * external entities, no entity expansion, limits on size, depth and number of elements). Knows no format. Not exported.
 */
@NullMarked
package org.horarium.formats.xml;

import org.jspecify.annotations.NullMarked;
