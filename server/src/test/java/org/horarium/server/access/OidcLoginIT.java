package org.horarium.server.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import jakarta.servlet.http.Cookie;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.Objects;
import org.horarium.server.platform.Settings;
import org.horarium.server.testing.IntegrationTest;
import org.horarium.server.testing.OpenIdProvider;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** Login at a real OpenID provider, step by step as a browser does it. */
@IntegrationTest
@DirtiesContext
@ExtendWith(OutputCaptureExtension.class)
class OidcLoginIT {
    private static final OpenIdProvider PROVIDER = new OpenIdProvider();
    private static final String ADA = "ada@example.org";

    /** Of the last one who went to the provider. */
    private @Nullable Cookie session;

    @Autowired
    MockMvc mvc;

    @Autowired
    JdbcClient jdbc;

    @DynamicPropertySource
    static void provider(DynamicPropertyRegistry registry) {
        registry.add("horarium.oidc.issuer", PROVIDER::issuer);
        registry.add("horarium.oidc.client-id", () -> OpenIdProvider.CLIENT);
        registry.add("horarium.oidc.client-secret", () -> OpenIdProvider.SECRET);
        registry.add("horarium.oidc.name", () -> "Tiny University");
    }

    @BeforeAll
    static void accounts(@Autowired Accounts accounts) {
        accounts.create(NewAccount.of(ADA, "Ada", Role.STAFF, "a long password"));
        accounts.create(NewAccount.of("admin@example.org", "Admin", Role.ADMIN, "a long password"));
    }

    @AfterAll
    static void stop() {
        PROVIDER.close();
    }

    private static Map<String, Object> person(String email, boolean verified) {
        return Map.of("email", email, "email_verified", verified, "name", "Somebody");
    }

    private static Cookie sessionOf(MockHttpServletResponse response, @Nullable Cookie before) {
        Cookie renewed = response.getCookie("SESSION");
        return Objects.requireNonNull(renewed == null ? before : renewed);
    }

    /** Goes to the provider and back; what the server answers then. */
    private MockHttpServletResponse comeBack(@Nullable Cookie before) throws Exception {
        MockHttpServletResponse away = mvc.perform(with(get("/oauth2/authorization/oidc"), before))
                .andExpect(status().is3xxRedirection())
                .andReturn()
                .getResponse();
        session = before == null ? Objects.requireNonNull(away.getCookie("SESSION")) : before;
        String back = follow(Objects.requireNonNull(away.getRedirectedUrl()));
        return mvc.perform(get(URI.create(OpenIdProvider.pathAndQuery(back))).cookie(session))
                .andReturn()
                .getResponse();
    }

    private static MockHttpServletRequestBuilder with(MockHttpServletRequestBuilder request, @Nullable Cookie cookie) {
        return cookie == null ? request : request.cookie(cookie);
    }

    private static String follow(String address) throws IOException, InterruptedException {
        HttpResponse<Void> answer = HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(URI.create(address)).build(), HttpResponse.BodyHandlers.discarding());
        assertThat(answer.statusCode()).as(address).isEqualTo(302);
        return answer.headers().firstValue("Location").orElseThrow();
    }

    private String refusal(MockHttpServletResponse back) throws Exception {
        assertThat(back.getRedirectedUrl()).isEqualTo(OidcLogin.REFUSED_PATH);
        return mvc.perform(get(OidcLogin.REFUSED_PATH).cookie(sessionOf(back, session)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    @Test
    void theLoginPageOffersItAndTheWayLeadsToTheProvider() throws Exception {
        mvc.perform(get("/login"))
                .andExpect(content().string(containsString("Log in with Tiny University")))
                .andExpect(content().string(containsString("name=\"password\"")));
        mvc.perform(get("/login/oidc")).andExpect(redirectedUrl("/oauth2/authorization/oidc"));
    }

    @Test
    void aVerifiedAddressOpensItsAccountAndThePageThatWasWanted(CapturedOutput output) throws Exception {
        Cookie stranger = Objects.requireNonNull(mvc.perform(get("/account").accept("text/html"))
                .andExpect(redirectedUrl("/login"))
                .andReturn()
                .getResponse()
                .getCookie("SESSION"));
        PROVIDER.logIn(person("Ada@Example.org", true));
        MockHttpServletResponse back = comeBack(stranger);
        assertThat(back.getRedirectedUrl()).contains("/account");
        Cookie opened = sessionOf(back, null);
        assertThat(opened.getValue()).as("a new session id after the login").isNotEqualTo(stranger.getValue());
        mvc.perform(get("/account").cookie(opened)).andExpect(content().string(containsString(ADA)));
        assertThat(jdbc.sql(
                                "select count(*) from audit_entry where action = 'access.login' and subject = 'oidc' and actor = ?")
                        .param(ADA)
                        .query(Long.class)
                        .single())
                .isPositive();
        assertThat(output.getAll()).doesNotContain(OpenIdProvider.SECRET);
    }

    @Test
    void withoutAnAccountThePageSaysSoAndNoneIsMade() throws Exception {
        PROVIDER.logIn(person("stranger@example.org", true));
        assertThat(refusal(comeBack(null)))
                .contains("stranger@example.org")
                .contains("there is no open account for this address")
                .contains("href=\"/login\"");
        assertThat(jdbc.sql("select count(*) from account where email like 'stranger%'")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void anAddressThatIsNotVerifiedOpensNothing() throws Exception {
        PROVIDER.logIn(person(ADA, false));
        MockHttpServletResponse back = comeBack(null);
        assertThat(refusal(back)).contains("has not verified your e-mail address");
        mvc.perform(get("/account").cookie(sessionOf(back, session))).andExpect(redirectedUrl("/login"));
        PROVIDER.logIn(Map.of("email", ADA));
        assertThat(refusal(comeBack(null))).contains("has not verified your e-mail address");
    }

    @Test
    void aTokenThatSomebodyElseSignedOpensNothing() throws Exception {
        PROVIDER.logIn(person(ADA, true));
        PROVIDER.forge();
        assertThat(refusal(comeBack(null))).contains("did not confirm the login");
    }

    @Test
    void aReturnThatNobodyAskedForOpensNothing() throws Exception {
        MockHttpServletResponse back = mvc.perform(get("/login/oauth2/code/oidc?code=1&state=2"))
                .andReturn()
                .getResponse();
        assertThat(refusal(back)).contains("did not confirm the login");
    }

    @Test
    void aLockedAccountStaysLocked(@Autowired Accounts accounts) throws Exception {
        accounts.create(NewAccount.of("gone@example.org", "Gone", Role.STAFF, "a long password"));
        jdbc.sql("update account set enabled = false where email = 'gone@example.org'")
                .update();
        PROVIDER.logIn(person("gone@example.org", true));
        assertThat(refusal(comeBack(null))).contains("there is no open account");
    }

    @Test
    void theSettingsShowItWithoutTheSecretAndSwitchItOff(@Autowired Settings settings) throws Exception {
        Cookie admin = Objects.requireNonNull(mvc.perform(post("/login")
                        .with(csrf())
                        .param("username", "admin@example.org")
                        .param("password", "a long password"))
                .andReturn()
                .getResponse()
                .getCookie("SESSION"));
        mvc.perform(get("/admin/settings").cookie(admin))
                .andExpect(content().string(containsString(PROVIDER.issuer())))
                .andExpect(content().string(containsString("/login/oauth2/code/oidc")))
                .andExpect(content().string(containsString("it is never shown")))
                .andExpect(content().string(not(containsString("a secret"))));
        try {
            mvc.perform(post("/admin/settings").cookie(admin).with(csrf()).param("on", "approval.four-eyes"));
            mvc.perform(get("/login")).andExpect(content().string(not(containsString("Tiny University"))));
            mvc.perform(get("/login/oidc")).andExpect(redirectedUrl("/login"));
            mvc.perform(get("/oauth2/authorization/oidc")).andExpect(redirectedUrl("/login"));
        } finally {
            settings.set(OidcProvider.Switch.ON, true, "test");
        }
    }
}
