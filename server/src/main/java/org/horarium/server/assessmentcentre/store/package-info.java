/** Centres, jobs, plans, marks, repairs and links in PostgreSQL. Plain SQL; knows no rule of who may do what. */
@NullMarked
package org.horarium.server.assessmentcentre.store;

import org.jspecify.annotations.NullMarked;
