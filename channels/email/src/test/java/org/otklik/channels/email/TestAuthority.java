package org.otklik.channels.email;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.otklik.channels.email.connection.Authorities;

/** An authority that vouches for servers, made for one test. */
public final class TestAuthority {
    private static final String PASSWORD = "geheim";

    private final Path folder;

    public TestAuthority(Path folder) {
        this.folder = folder;
        pair("authority", "CN=Удостоверяющий центр", "bc:c=ca:true");
        export("authority", file());
    }

    /** Its own certificate, for those who trust it. */
    public Path file() {
        return folder.resolve("authority.pem");
    }

    /** As our side trusts it. */
    public Authorities trusted() {
        try {
            return Authorities.in(file());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What a server needs to show a certificate for a name. */
    public SSLContext serverCalled(String name) {
        if (!Files.exists(folder.resolve(name))) {
            pair(name, "CN=server", "bc=ca:false");
            var request = folder.resolve("request").toString();
            keytool(name, "-certreq", "-file", request);
            var signed = folder.resolve("signed.pem");
            keytool(
                    "authority",
                    "-gencert",
                    "-ext",
                    "san=dns:" + name,
                    "-rfc",
                    "-infile",
                    request,
                    "-outfile",
                    signed.toString());
            keytool(name, "-importcert", "-noprompt", "-file", chain(signed).toString());
        }
        return context(folder.resolve(name));
    }

    private Path chain(Path signed) {
        try {
            return Files.writeString(folder.resolve("chain.pem"), Files.readString(signed) + Files.readString(file()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static SSLContext context(Path keys) {
        try (var stream = Files.newInputStream(keys)) {
            var store = KeyStore.getInstance("PKCS12");
            store.load(stream, PASSWORD.toCharArray());
            var managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            managers.init(store, PASSWORD.toCharArray());
            var context = SSLContext.getInstance("TLS");
            context.init(managers.getKeyManagers(), null, null);
            return context;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private void pair(String alias, String name, String extension) {
        keytool(alias, "-genkeypair", "-keyalg", "EC", "-dname", name, "-ext", extension);
    }

    private void export(String alias, Path file) {
        keytool(alias, "-exportcert", "-rfc", "-file", file.toString());
    }

    private void keytool(String alias, String command, String... arguments) {
        var line = new ArrayList<String>();
        line.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        line.add(command);
        line.addAll(List.of("-alias", alias, "-keystore", folder.resolve(alias).toString()));
        line.addAll(List.of("-storetype", "PKCS12", "-storepass", PASSWORD));
        line.addAll(List.of(arguments));
        try {
            var process = new ProcessBuilder(line).redirectErrorStream(true).start();
            var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new AssertionError(said);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
