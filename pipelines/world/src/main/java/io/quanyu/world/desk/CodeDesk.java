package io.quanyu.world.desk;

import io.quanyu.world.Chronicle;
import io.quanyu.world.LiveCode;
import io.quanyu.world.Merchant;
import io.quanyu.world.Moments;

/** Writes the definitions of the live codes, as the contact-way call answers them. */
public final class CodeDesk {

    private static final String SOURCE = "wecom-contact-way";

    private CodeDesk() {}

    /** All codes are read when the month begins. */
    public static void defineAll(Chronicle chronicle) {
        for (int index = 0; index < Merchant.CODES.size(); index++) {
            LiveCode code = Merchant.CODES.get(index);
            long at = Moments.at(Moments.FIRST_DAY, 60 + index);
            chronicle.post(SOURCE, Merchant.CORP, at, 0, code.state(), definition(code, index));
        }
    }

    private static String definition(LiveCode code, int index) {
        return PayloadForm.of("wecom-contact-way")
                .with("/contact_way/config_id", String.format("demoConfig%022d", index + 1))
                .with("/contact_way/remark", code.remark())
                .with("/contact_way/state", code.state())
                .with("/contact_way/qr_code", "https://example.invalid/qr/" + code.state())
                .withList("/contact_way/user", Merchant.STAFF)
                .text();
    }
}
