package org.otklik.channels.email.connection;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;

/**
 * The authorities that the operator trusts to vouch for a mail server, from a file of certificates (PEM). They take the place of those that
 * Java knows: who runs an authority does not want others to vouch for the same server.
 */
public final class Authorities {
    private final SSLSocketFactory sockets;

    private Authorities(SSLSocketFactory sockets) {
        this.sockets = sockets;
    }

    /**
     * Those of a file.
     *
     * @throws IOException when the file can't be read, or holds no certificates
     */
    public static Authorities in(Path file) throws IOException {
        try (var pem = Files.newInputStream(file)) {
            var certificates = CertificateFactory.getInstance("X.509").generateCertificates(pem);
            if (certificates.isEmpty()) {
                throw new IOException("no certificates are in " + file);
            }
            var store = KeyStore.getInstance(KeyStore.getDefaultType());
            store.load(null, null);
            for (var certificate : certificates) {
                store.setCertificateEntry(String.valueOf(store.size()), certificate);
            }
            var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(store);
            var context = SSLContext.getInstance("TLS");
            context.init(null, trust.getTrustManagers(), null);
            return new Authorities(context.getSocketFactory());
        } catch (GeneralSecurityException e) {
            throw new IOException("no certificates can be read from " + file, e);
        }
    }

    /** Connects to servers that these authorities vouch for. */
    SSLSocketFactory sockets() {
        return sockets;
    }
}
