package org.horarium.server.publishing.file;

/** Sizes of paper, in landscape. */
public enum Paper {
    /** The usual one. */
    A4(297, 210),
    /** For the wall. */
    A3(420, 297);

    private final int widthMm;
    private final int heightMm;

    Paper(int widthMm, int heightMm) {
        this.widthMm = widthMm;
        this.heightMm = heightMm;
    }

    /** Width in millimetres. */
    public int widthMm() {
        return widthMm;
    }

    /** Height in millimetres. */
    public int heightMm() {
        return heightMm;
    }
}
