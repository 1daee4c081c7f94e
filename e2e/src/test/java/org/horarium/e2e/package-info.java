/**
 * Browser tests. Each test class starts the packaged product as a process of its own with an empty data folder, and
 * drives it with Chromium. Pictures of what was seen are left in {@code e2e/target/pictures}.
 */
@NullMarked
package org.horarium.e2e;

import org.jspecify.annotations.NullMarked;
