@NullMarked
package org.horarium.server.assessmentcentre.store;

import org.jspecify.annotations.NullMarked;
