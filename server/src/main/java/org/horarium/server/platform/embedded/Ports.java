package org.horarium.server.platform.embedded;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;

/** Free ports of the loopback interface. */
final class Ports {
    private static final int LISTENS_MILLIS = 2_000;

    private Ports() {}

    /** Whether somebody listens. */
    static boolean listens(int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), LISTENS_MILLIS);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** A port that nobody listened on a moment ago. */
    static int free() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
