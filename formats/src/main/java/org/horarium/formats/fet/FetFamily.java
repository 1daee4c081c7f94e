package org.horarium.formats.fet;

/** Reads constraints of one type. */
@FunctionalInterface
interface FetFamily {
    /**
     * Reads a constraint.
     *
     * @param item its element
     * @param weight its weight, above 0
     */
    void read(FetItem item, FetWeight weight);
}
