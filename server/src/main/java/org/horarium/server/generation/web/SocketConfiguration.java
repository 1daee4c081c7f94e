package org.horarium.server.generation.web;

import java.util.Map;
import java.util.UUID;
import org.horarium.server.access.Actor;
import org.horarium.server.access.Actors;
import org.horarium.server.generation.GenerationJobs;
import org.horarium.server.platform.NotFoundException;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.web.socket.WebSocketHandler;
import org.springframework.web.socket.config.annotation.EnableWebSocket;
import org.springframework.web.socket.config.annotation.WebSocketConfigurer;
import org.springframework.web.socket.config.annotation.WebSocketHandlerRegistry;
import org.springframework.web.socket.server.HandshakeInterceptor;

/**
 * The web socket of jobs. A handshake from a page of another origin is refused (Spring's default without allowed origins):
 * browsers send cookies along with it, and no CSRF token protects it.
 */
@Configuration(proxyBeanMethods = false)
@EnableWebSocket
class SocketConfiguration implements WebSocketConfigurer {
    private static final String PATH = "/ws/generation-jobs/";

    private final ProgressSocket socket;
    private final GenerationJobs jobs;
    private final Actors actors;

    SocketConfiguration(ProgressSocket socket, GenerationJobs jobs, Actors actors) {
        this.socket = socket;
        this.jobs = jobs;
        this.actors = actors;
    }

    @Override
    public void registerWebSocketHandlers(WebSocketHandlerRegistry registry) {
        registry.addHandler(socket, PATH + "*").addInterceptors(new MayWatch());
    }

    /** Lets in who may see the job, by the same rule as its status. */
    private final class MayWatch implements HandshakeInterceptor {
        @Override
        public boolean beforeHandshake(
                ServerHttpRequest request,
                ServerHttpResponse response,
                WebSocketHandler handler,
                Map<String, Object> attributes) {
            try {
                String path = request.getURI().getPath();
                UUID id = UUID.fromString(path.substring(path.lastIndexOf('/') + 1));
                Actor actor = actors.current();
                jobs.get(actor, id);
                attributes.put(ProgressSocket.JOB, id);
                attributes.put(ProgressSocket.ACTOR, actor);
                return true;
            } catch (AccessDeniedException e) {
                response.setStatusCode(HttpStatus.FORBIDDEN);
            } catch (NotFoundException | IllegalArgumentException e) {
                response.setStatusCode(HttpStatus.NOT_FOUND);
            }
            return false;
        }

        @Override
        public void afterHandshake(
                ServerHttpRequest request,
                ServerHttpResponse response,
                WebSocketHandler handler,
                @Nullable Exception exception) {
            // nothing to do: the handler takes over
        }
    }
}
