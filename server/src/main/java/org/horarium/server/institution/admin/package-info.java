/**
 * The pages and REST resources on which administrators and staff maintain the records of the college: lists, forms, the
 * week grid, the set-up checklist. What a record is and how it changes is said by {@code records}.
 */
@NullMarked
package org.horarium.server.institution.admin;

import org.jspecify.annotations.NullMarked;
