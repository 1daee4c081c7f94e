/**
 * What all formats share: how faults of an input are told. Each format has a package of its own.
 */
@NullMarked
package org.horarium.formats;

import org.jspecify.annotations.NullMarked;
