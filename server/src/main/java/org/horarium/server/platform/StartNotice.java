package org.horarium.server.platform;

import java.util.List;

/** A bean that has something to tell on the terminal once the application serves. */
public interface StartNotice {
    /** Lines to print; none when there is nothing to tell. */
    List<String> lines();
}
