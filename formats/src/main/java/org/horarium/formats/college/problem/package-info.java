/**
 * What a college asks for, in the engine's words, and the way back: which activities there are, who attends them, when
 * and where and by whom they may be given, and what that costs. {@link CollegeProblem} is the entrance.
 *
 * <p>Nothing here knows a file format, and nothing reports faults: {@code check} does, with the help of the small
 * classes here. They accept a college with faults without failing; references that lead nowhere are passed over.
 */
@NullMarked
package org.horarium.formats.college.problem;

import org.jspecify.annotations.NullMarked;
