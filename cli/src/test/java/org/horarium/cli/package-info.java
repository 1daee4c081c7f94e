/** Tests of the commands, through the command line and through a process. */
@NullMarked
package org.horarium.cli;

import org.jspecify.annotations.NullMarked;
