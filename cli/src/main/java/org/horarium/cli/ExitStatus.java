package org.horarium.cli;

/** What a command answers to the shell. */
final class ExitStatus {
    /** Done. */
    static final int DONE = 0;
    /** The input can't be solved, or the plan breaks a hard rule. */
    static final int NOT_SOLVED = 1;
    /** Wrong usage, or a file that can't be read or written. */
    static final int UNUSABLE = 2;

    private ExitStatus() {}
}
