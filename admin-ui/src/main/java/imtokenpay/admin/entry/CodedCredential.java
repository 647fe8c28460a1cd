package imtokenpay.admin.entry;

import jakarta.security.enterprise.credential.UsernamePasswordCredential;

/// Name, password and what was typed as the second factor. One page asks for all three, so that nobody
/// learns that a password alone was right.
final class CodedCredential extends UsernamePasswordCredential {
    private final String code;

    CodedCredential(String name, String password, String code) {
        super(name, password);
        this.code = code;
    }

    String code() {
        return code;
    }
}
