package org.horarium.bench;

import java.io.IOException;
import java.util.List;

/** A set of instances and the contenders that can solve them. */
interface Suite {
    /** Name on the command line. */
    String name();

    /** The instances, in the order of the table. */
    List<Instance> instances() throws IOException;

    /** Who takes part; ours first. */
    List<Contender> contenders();
}
