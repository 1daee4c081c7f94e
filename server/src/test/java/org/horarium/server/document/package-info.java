@NullMarked
package org.horarium.server.document;

import org.jspecify.annotations.NullMarked;
