/**
 * Repair of a running plan: what has finished or runs never moves, hard rules are kept, few people are affected, the end
 * is delayed little. Every option has passed {@link org.horarium.assessment.verify.RepairVerifier}.
 */
@NullMarked
package org.horarium.assessment.repair;

import org.jspecify.annotations.NullMarked;
