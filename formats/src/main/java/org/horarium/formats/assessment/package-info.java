/**
 * Assessment centres and their plans as JSON: the input as docs/assessment-centres.md describes it, the output grouped
 * by assessment. Reading is strict and reports all faults at once, each with its JSON pointer. Nothing here plans.
 */
@NullMarked
package org.horarium.formats.assessment;

import org.jspecify.annotations.NullMarked;
