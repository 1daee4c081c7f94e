@NullMarked
package org.horarium.server.assessmentcentre.view;

import org.jspecify.annotations.NullMarked;
