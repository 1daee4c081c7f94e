package org.horarium.server.access;

import org.horarium.server.platform.ServerSettings;
import org.horarium.server.platform.Setting;
import org.horarium.server.platform.Settings;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.stereotype.Component;

/**
 * The OpenID provider of the institution, if an operator has named one ({@code HORARIUM_OIDC_ISSUER}, {@code _CLIENT_ID},
 * {@code _CLIENT_SECRET}, {@code _NAME}) and an administrator has not switched it off. What it can do is asked at the first
 * login and then kept: the server starts and people log in by password while the provider is away.
 */
@Component
class OidcProvider implements ClientRegistrationRepository {
    static final String ID = "oidc";
    /** Where the provider sends people back to; to be registered there. */
    static final String RETURN_PATH = "/login/oauth2/code/" + ID;

    private final String issuer;
    private final String clientId;
    private final String clientSecret;
    private final String name;
    private final ServerSettings server;
    private final Settings settings;
    private volatile @Nullable ClientRegistration registration;

    OidcProvider(
            @Value("${horarium.oidc.issuer:}") String issuer,
            @Value("${horarium.oidc.client-id:}") String clientId,
            @Value("${horarium.oidc.client-secret:}") String clientSecret,
            @Value("${horarium.oidc.name:}") String name,
            ServerSettings server,
            Settings settings) {
        this.issuer = issuer.strip();
        this.clientId = clientId.strip();
        this.clientSecret = clientSecret;
        this.name = name.strip();
        this.server = server;
        this.settings = settings;
    }

    /** Whether an operator has named a provider. */
    boolean isSet() {
        return !issuer.isEmpty() && !clientId.isEmpty();
    }

    /** Whether people may log in there. */
    boolean isOn() {
        return isSet() && settings.isOn(Switch.ON);
    }

    /** What the login page calls it. */
    String name() {
        return name.isEmpty() ? issuer : name;
    }

    /** What an administrator sees of it; the secret is not among it. */
    Shown shown() {
        return new Shown(
                isSet(), isOn(), name(), issuer, clientId, !clientSecret.isEmpty(), server.publicUrl() + RETURN_PATH);
    }

    /**
     * The provider as administrators see it.
     *
     * @param set whether there is one
     * @param on whether people may log in there
     * @param name on the login page
     * @param issuer its address
     * @param clientId as which we are known there
     * @param hasSecret whether we have a secret there; the secret itself is never shown
     * @param returnAddress to be registered there
     */
    record Shown(
            boolean set,
            boolean on,
            String name,
            String issuer,
            String clientId,
            boolean hasSecret,
            String returnAddress) {}

    /**
     * What the provider can do; asked for once, over the net.
     *
     * @throws IllegalArgumentException or another runtime exception when it does not answer, or not as a provider does
     */
    @Override
    public @Nullable ClientRegistration findByRegistrationId(String id) {
        if (!ID.equals(id) || !isOn()) {
            return null;
        }
        ClientRegistration known = registration;
        if (known == null) {
            ClientRegistration.Builder builder = ClientRegistrations.fromIssuerLocation(issuer)
                    .registrationId(ID)
                    .clientId(clientId)
                    .clientName(name())
                    .redirectUri(server.publicUrl() + RETURN_PATH)
                    .scope("openid", "email", "profile");
            known = clientSecret.isEmpty()
                    ? builder.clientAuthenticationMethod(ClientAuthenticationMethod.NONE)
                            .build()
                    : builder.clientSecret(clientSecret).build();
            registration = known;
        }
        return known;
    }

    /** The switch on the page of settings. */
    @Configuration(proxyBeanMethods = false)
    static class Switch {
        static final Setting ON = new Setting("access.oidc", true, 50);

        @Bean
        static Setting oidcSetting() {
            return ON;
        }
    }
}
