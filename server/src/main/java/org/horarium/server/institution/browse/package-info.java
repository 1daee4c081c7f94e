/**
 * Looks into the records of the college: lists with search and paging for pages, cursors for REST, each person the rows
 * they may see. One {@code Catalog} for each kind of record says what is selected and for whom.
 */
@NullMarked
package org.horarium.server.institution.browse;

import org.jspecify.annotations.NullMarked;
