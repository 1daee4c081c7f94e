/**
 * The records of the college as tables of texts: which kinds there are and with which columns, how their values are
 * written, and one way in which they change (planned, checked, written in one transaction, undone). Forms, REST, import
 * and export all use it, so that they agree. Knows no page and no file.
 */
@NamedInterface("records")
@NullMarked
package org.horarium.server.institution.records;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
