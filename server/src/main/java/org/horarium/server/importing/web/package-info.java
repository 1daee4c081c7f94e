/** The pages and REST resources of import and export. */
@NullMarked
package org.horarium.server.importing.web;

import org.jspecify.annotations.NullMarked;
