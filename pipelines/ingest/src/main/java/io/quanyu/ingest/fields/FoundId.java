package io.quanyu.ingest.fields;

/**
 * An identifier as a payload writes it, before the guard.
 *
 * @param scope with the places {@code {tenant}} and {@code {shop}} to fill
 * @param link how it is tied to the subject
 * @param account true if it may be the subject
 * @param value the clear value: a phone is still a phone here
 */
public record FoundId(String type, String scope, String link, boolean account, String value) {

    public boolean isPhone() {
        return type.equals("phone");
    }

    @Override
    public String toString() {
        return type + " of " + scope;
    }
}
