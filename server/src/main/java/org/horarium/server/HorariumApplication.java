package org.horarium.server;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The web application. Started by the command line's {@code serve} and {@code worker}. */
@SpringBootApplication
public class HorariumApplication {
    public static void main(String[] args) {
        SpringApplication.run(HorariumApplication.class, args);
    }
}
