@NullMarked
package org.horarium.server.assessmentcentre.web;

import org.jspecify.annotations.NullMarked;
