package org.horarium.server.institution.records;

import java.util.List;

/** Tells what uses a record; each module answers for its own tables. */
public interface RecordUses {
    /**
     * What of this module uses a record.
     *
     * @param kind which kind
     * @param code its external id
     */
    List<Use> of(RecordKind kind, String code);

    /**
     * What of this module would be lost if the record were deleted, although the record could be archived all the same.
     *
     * @param kind which kind
     * @param code its external id
     */
    default List<Use> lostWith(RecordKind kind, String code) {
        return List.of();
    }

    /**
     * Records that use another one.
     *
     * @param what last part of the message key {@code use.…}
     * @param count how many
     * @param examples codes or names of some of them
     * @param path page on which they are listed; empty for none
     */
    record Use(String what, long count, List<String> examples, String path) {
        /** How many examples are told at most. */
        public static final int EXAMPLES = 5;

        public Use {
            examples = List.copyOf(examples);
        }
    }
}
