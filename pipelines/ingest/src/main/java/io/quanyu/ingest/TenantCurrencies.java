package io.quanyu.ingest;

import java.nio.file.Path;

/** The currency that each tenant counts in: amounts in another are kept, shown, and never added. */
@FunctionalInterface
public interface TenantCurrencies {

    /** What a tenant counts in that set nothing. */
    String UNLESS_SET = "CNY";

    /** Nobody set anything. */
    TenantCurrencies UNSET = tenant -> UNLESS_SET;

    /** ISO 4217 code. */
    String currencyOf(String tenant);

    /** As files {@code <tenant>.currency} beside the tenants' keys. A setting is seen within seconds. */
    static TenantCurrencies inFolder(Path folder) {
        return new CurrencyFolder(folder);
    }
}
