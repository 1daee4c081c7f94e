package org.horarium.server.access;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.data.redis.serializer.SerializationException;
import org.springframework.session.MapSession;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;

/**
 * Sessions in a shared store, and in the memory of this process while the store does not answer. Losing the store logs
 * people out at worst: they log in again and go on.
 *
 * @param <S> the store's sessions
 */
final class FallbackSessionRepository<S extends Session> implements SessionRepository<Session> {
    private static final Logger LOG = LoggerFactory.getLogger(FallbackSessionRepository.class);
    /** How long the store is left alone after it failed. */
    private static final Duration PAUSE = Duration.ofSeconds(2);

    private final SessionRepository<S> store;
    private final Duration idle;
    private final Map<String, MapSession> memory = new ConcurrentHashMap<>();
    private volatile Instant storeAgainAt = Instant.MIN;

    FallbackSessionRepository(SessionRepository<S> store, Duration idle) {
        this.store = store;
        this.idle = idle;
    }

    @Override
    public Session createSession() {
        return storeRests() ? newInMemory() : store.createSession();
    }

    @Override
    @SuppressWarnings("unchecked") // a session that is not a MapSession was made by the store
    public void save(Session session) {
        if (!(session instanceof MapSession inMemory)) {
            try {
                if (!storeRests()) {
                    store.save((S) session);
                    return;
                }
            } catch (DataAccessException e) {
                storeFailed(e);
            }
            keep(new MapSession(session));
            return;
        }
        keep(inMemory);
    }

    @Override
    public @Nullable Session findById(String id) {
        MapSession inMemory = memory.get(id);
        if (inMemory != null) {
            if (!inMemory.isExpired()) {
                return new MapSession(inMemory);
            }
            memory.remove(id);
        }
        if (storeRests()) {
            return null;
        }
        try {
            return store.findById(id);
        } catch (SerializationException e) {
            // written by an older version of this program
            deleteById(id);
            return null;
        } catch (DataAccessException e) {
            storeFailed(e);
            return null;
        }
    }

    @Override
    public void deleteById(String id) {
        memory.remove(id);
        if (storeRests()) {
            return;
        }
        try {
            store.deleteById(id);
        } catch (DataAccessException e) {
            storeFailed(e);
        }
    }

    private MapSession newInMemory() {
        MapSession session = new MapSession();
        session.setMaxInactiveInterval(idle);
        return session;
    }

    private void keep(MapSession session) {
        memory.values().removeIf(MapSession::isExpired);
        if (!session.getId().equals(session.getOriginalId())) {
            memory.remove(session.getOriginalId());
        }
        memory.put(session.getId(), new MapSession(session));
    }

    private boolean storeRests() {
        return Instant.now().isBefore(storeAgainAt);
    }

    private void storeFailed(DataAccessException e) {
        storeAgainAt = Instant.now().plus(PAUSE);
        LOG.warn("Redis does not answer, sessions are kept in memory for now: {}", e.getMessage());
    }
}
