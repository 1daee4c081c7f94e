/** Tests of REST, web socket and pages of jobs. */
@NullMarked
package org.horarium.server.generation.web;

import org.jspecify.annotations.NullMarked;
