/** Tests of Horarium JSON, and the tiny college that other tests use as well. */
@NullMarked
package org.horarium.formats.json;

import org.jspecify.annotations.NullMarked;
