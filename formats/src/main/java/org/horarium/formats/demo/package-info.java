/**
 * Colleges to try things with: invented people, real curricula, always the same. {@link DemoCollege} is the entrance; it
 * puts together what the other classes make, each one chapter of the college document.
 */
@NullMarked
package org.horarium.formats.demo;

import org.jspecify.annotations.NullMarked;
