/** Tests of the tab and the REST interface of explanations. */
@NullMarked
package org.horarium.server.explanation.web;

import org.jspecify.annotations.NullMarked;
