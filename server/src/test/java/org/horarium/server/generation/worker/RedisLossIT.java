package org.horarium.server.generation.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.horarium.server.generation.GenerationJob;
import org.horarium.server.generation.GenerationRequest;
import org.horarium.server.generation.JobStatus;
import org.horarium.server.generation.Wish;
import org.horarium.server.generation.store.CheckpointStore;
import org.horarium.server.generation.store.JobStore;
import org.horarium.server.generation.store.LiveProgress;
import org.horarium.server.generation.store.LiveProgresses;
import org.horarium.server.generation.store.VariantStore;
import org.horarium.server.schedule.Colleges;
import org.horarium.server.schedule.ScheduleId;
import org.horarium.server.schedule.ScheduleScope;
import org.horarium.server.schedule.Schedules;
import org.horarium.server.testing.IntegrationTest;
import org.horarium.server.testing.TestServices;
import org.horarium.server.testing.TinyCollege;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.redis.connection.RedisStandaloneConfiguration;
import org.springframework.data.redis.connection.lettuce.LettuceClientConfiguration;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import org.springframework.data.redis.core.StringRedisTemplate;
import tools.jackson.databind.json.JsonMapper;

/** Redis goes away in the middle of a job and comes back; the job does not care. */
@IntegrationTest
@Timeout(90)
class RedisLossIT {
    private static final ScheduleScope EEE = new ScheduleScope("EEE", "2024-EEE", 3, "2024-25");

    @Autowired
    JobStore jobs;

    @Autowired
    CheckpointStore checkpoints;

    @Autowired
    PublishedPlans published;

    @Autowired
    VariantStore variants;

    @Autowired
    Schedules schedules;

    @Autowired
    Outcomes outcomes;

    @Autowired
    RunningJobs running;

    @Autowired
    Colleges colleges;

    @Autowired
    JsonMapper json;

    @Test
    void theJobGoesOnAndItsProgressIsLiveAgain() throws Exception {
        colleges.insert(TinyCollege.college());
        ScheduleId schedule = schedules.findOrCreate(EEE).id();
        UUID id = UUID.randomUUID();
        schedules.beginAllocation(schedule, id);
        jobs.insert(
                id,
                schedule,
                "EEE",
                new GenerationRequest(EEE, Duration.ofSeconds(60), 1, List.of()),
                null,
                "hod@tiny.example",
                null);

        try (Wire wire = new Wire(URI.create(TestServices.services().redisUrl()))) {
            wire.join();
            LettuceConnectionFactory connections = connections(wire.port());
            LiveProgress live = LiveProgresses.over(new StringRedisTemplate(connections), json);
            GreedySearch solver = new GreedySearch(1000);
            GenerationRun worker = new GenerationRun(
                    jobs,
                    checkpoints,
                    live,
                    schedules,
                    published,
                    variants,
                    solver,
                    outcomes,
                    running,
                    new WorkerSettings("test", 1));
            CompletableFuture<Void> run = CompletableFuture.runAsync(() -> worker.run(id));
            solver.awaitSearch();
            while (live.read(id).isEmpty()) {
                Thread.sleep(100);
            }

            wire.cut();
            while (live.read(id).isPresent()) {
                Thread.sleep(100);
            }
            GenerationJob before = jobs.find(id).orElseThrow();
            while (!jobs.find(id).orElseThrow().updatedAt().isAfter(before.updatedAt())) {
                Thread.sleep(100);
            }
            assertThat(jobs.find(id).orElseThrow().status()).isEqualTo(JobStatus.RUNNING);

            wire.join();
            while (live.read(id).isEmpty()) {
                Thread.sleep(100);
            }
            wire.cut();
            jobs.wish(id, Wish.STOP);
            run.get(60, TimeUnit.SECONDS);
            assertThat(jobs.find(id).orElseThrow().status()).isEqualTo(JobStatus.COMPLETED);
            connections.destroy();
        }
    }

    private static LettuceConnectionFactory connections(int port) {
        RedisStandaloneConfiguration wired = new RedisStandaloneConfiguration("127.0.0.1", port);
        String user = URI.create(TestServices.services().redisUrl()).getUserInfo();
        if (user != null) {
            wired.setPassword(user.substring(user.indexOf(':') + 1));
        }
        LettuceConnectionFactory connections = new LettuceConnectionFactory(
                wired,
                LettuceClientConfiguration.builder()
                        .commandTimeout(Duration.ofSeconds(1))
                        .build());
        connections.afterPropertiesSet();
        connections.start();
        return connections;
    }

    /** A wire to a Redis that can be cut and joined again, always at the same port. */
    private static final class Wire implements AutoCloseable {
        private final URI target;
        private final int port;
        private final List<AutoCloseable> open = new CopyOnWriteArrayList<>();

        Wire(URI target) throws IOException {
            this.target = target;
            try (ServerSocket any = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                port = any.getLocalPort();
            }
        }

        int port() {
            return port;
        }

        void join() throws IOException {
            ServerSocket door = new ServerSocket();
            door.setReuseAddress(true);
            door.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            open.add(door);
            thread(() -> {
                while (true) {
                    Socket client = door.accept();
                    Socket server = new Socket(target.getHost(), target.getPort());
                    open.add(client);
                    open.add(server);
                    thread(() -> copy(client.getInputStream(), server.getOutputStream()));
                    thread(() -> copy(server.getInputStream(), client.getOutputStream()));
                }
            });
        }

        void cut() throws Exception {
            for (AutoCloseable end : open) {
                end.close();
            }
            open.clear();
        }

        @Override
        public void close() throws Exception {
            cut();
        }

        private interface Work {
            void run() throws IOException;
        }

        private static void thread(Work work) {
            Thread thread = new Thread(() -> {
                try {
                    work.run();
                } catch (IOException cut) {
                    // the wire was cut: this end of it is done
                }
            });
            thread.setDaemon(true);
            thread.start();
        }

        private static void copy(InputStream in, OutputStream out) throws IOException {
            byte[] buffer = new byte[8192];
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                out.write(buffer, 0, n);
                out.flush();
            }
        }
    }
}
