package org.horarium.server.generation.web;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.horarium.server.access.Actor;
import org.horarium.server.generation.GenerationJob;
import org.horarium.server.generation.GenerationJobs;
import org.horarium.server.platform.NotFoundException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.dao.DataAccessException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.handler.ConcurrentWebSocketSessionDecorator;
import org.springframework.web.socket.handler.TextWebSocketHandler;
import tools.jackson.databind.json.JsonMapper;

/**
 * Pushes the progress of a job to everybody who watches, once a second until it has ended; then a last frame and a normal
 * close. Each frame is a {@link ProgressJson}. What clients send is ignored.
 *
 * <p>Whoever may see the job may watch it; that was checked at the handshake.
 */
@Component
class ProgressSocket extends TextWebSocketHandler implements DisposableBean {
    /** Session attribute: id of the job. */
    static final String JOB = "job";
    /** Session attribute: who watches. */
    static final String ACTOR = "actor";

    private static final Logger LOG = LoggerFactory.getLogger(ProgressSocket.class);
    private static final int SEND_LIMIT_MS = 5_000;
    private static final int BUFFER_LIMIT = 64 * 1024;

    private final GenerationJobs jobs;
    private final JsonMapper json;
    private final Map<String, WebSocketSession> sessions = new ConcurrentHashMap<>();
    private final ScheduledExecutorService clock;

    ProgressSocket(GenerationJobs jobs, JsonMapper json) {
        this.jobs = jobs;
        this.json = json;
        clock = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "generation-socket");
            thread.setDaemon(true);
            return thread;
        });
        clock.scheduleWithFixedDelay(this::pushAll, 1, 1, TimeUnit.SECONDS);
    }

    @Override
    public void afterConnectionEstablished(WebSocketSession session) {
        WebSocketSession safe = new ConcurrentWebSocketSessionDecorator(session, SEND_LIMIT_MS, BUFFER_LIMIT);
        sessions.put(session.getId(), safe);
        push(safe);
    }

    @Override
    public void afterConnectionClosed(WebSocketSession session, CloseStatus status) {
        sessions.remove(session.getId());
    }

    private void pushAll() {
        List<WebSocketSession> open = new ArrayList<>(sessions.values());
        open.forEach(this::push);
    }

    private void push(WebSocketSession session) {
        try {
            Actor actor = (Actor) session.getAttributes().get(ACTOR);
            UUID id = (UUID) session.getAttributes().get(JOB);
            if (actor == null || id == null) {
                close(session, CloseStatus.SERVER_ERROR);
                return;
            }
            GenerationJob job = jobs.get(actor, id);
            session.sendMessage(new TextMessage(json.writeValueAsString(ProgressJson.of(job, jobs.progress(job)))));
            if (!job.status().open()) {
                close(session, CloseStatus.NORMAL);
            }
        } catch (AccessDeniedException | NotFoundException e) {
            close(session, CloseStatus.POLICY_VIOLATION);
        } catch (DataAccessException e) {
            LOG.warn("The progress of a job can't be read just now; the next frame comes in a second.", e);
        } catch (IOException | RuntimeException e) {
            LOG.debug("A watcher went away.", e);
            close(session, CloseStatus.SESSION_NOT_RELIABLE);
        }
    }

    private void close(WebSocketSession session, CloseStatus status) {
        sessions.remove(session.getId());
        try {
            session.close(status);
        } catch (IOException e) {
            LOG.debug("The socket was closed already.", e);
        }
    }

    @Override
    public void destroy() {
        clock.shutdownNow();
        sessions.values().forEach(session -> close(session, CloseStatus.GOING_AWAY));
    }
}
