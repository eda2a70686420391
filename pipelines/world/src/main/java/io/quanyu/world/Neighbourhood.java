package io.quanyu.world;

import io.quanyu.world.Resident.Kind;
import io.quanyu.world.desk.YouzanOrder;
import java.util.ArrayList;
import java.util.List;

/** Settles the people of a world. */
final class Neighbourhood {

    private static final List<String> PROVINCES = List.of("浙江省", "江苏省", "上海市", "广东省", "四川省", "北京市");
    private static final List<String> PREFIXES = List.of("136", "138", "139", "158", "186");

    /** Of hundred people: ten fans, seven VIPs, seven returners, twelve sleepers, and visitors. */
    private static final int FANS = 10;

    private static final int VIPS = FANS + 7;
    private static final int RETURNERS = VIPS + 7;
    private static final int SLEEPERS = RETURNERS + 12;

    private Neighbourhood() {}

    static List<Resident> settle(long seed, Size size) {
        List<Resident> residents = new ArrayList<>();
        for (int number = 1; number <= size.people(); number++) {
            residents.add(resident(number, Dice.of(seed, "resident", number)));
        }
        return residents;
    }

    private static Resident resident(int number, Dice dice) {
        Kind kind = kind(number * 37 % 100);
        String phone = phone(number);
        boolean vip = kind == Kind.VIP;
        String shopPhone = vip ? phone : shopPhone(number, dice);
        boolean own = shopPhone.equals(phone);
        boolean readBack = vip || dice.chance(0.92);
        return new Resident(
                number,
                kind,
                phone,
                shopPhone,
                own,
                readBack,
                readBack && (vip || dice.chance(0.6)),
                vip || (kind != Kind.FAN && dice.chance(0.85)),
                vip || dice.chance(0.35),
                dice.pick(PROVINCES));
    }

    private static Kind kind(int percent) {
        if (percent < FANS) {
            return Kind.FAN;
        }
        if (percent < VIPS) {
            return Kind.VIP;
        }
        if (percent < RETURNERS) {
            return Kind.RETURNER;
        }
        return percent < SLEEPERS ? Kind.SLEEPER : Kind.VISITOR;
    }

    static String phone(int number) {
        return PREFIXES.get(number % PREFIXES.size()) + String.format("%08d", 20_000_000 + number);
    }

    /** Most shops know the number; some know a mask, a cipher, a privacy number, a relative's or the counter's. */
    private static String shopPhone(int number, Dice dice) {
        int percent = dice.between(1, 100);
        if (percent <= 3) {
            return "170" + String.format("%08d", 30_000_000 + number);
        }
        if (percent <= 8) {
            return YouzanOrder.mask(phone(number));
        }
        if (percent <= 11) {
            return "$EncDemoCipherPhone%06d==$%d$".formatted(number, Merchant.YOUZAN_SHOP);
        }
        if (percent <= 13) {
            return counterPhone();
        }
        return percent <= 17 && number > 1 ? phone(number - 1) : phone(number);
    }

    /** The phone of the shop's own counter, which staff type in for people who give none. */
    static String counterPhone() {
        return "13800008888";
    }
}
