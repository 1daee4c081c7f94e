/** A plan as people look at it: bars over time, lists, who assessed whom, workload. Pure: knows no database and no page. */
@NullMarked
package org.horarium.server.assessmentcentre.view;

import org.jspecify.annotations.NullMarked;
