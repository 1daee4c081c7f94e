@NullMarked
package org.horarium.server.assessmentcentre;

import org.jspecify.annotations.NullMarked;
