package io.quanyu.world;

import io.quanyu.world.Resident.Kind;
import io.quanyu.world.desk.CodeDesk;
import io.quanyu.world.desk.Desks;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Lets everybody live their month, one after the other, and brings friends together in chat groups. */
final class Town {

    private static final int GROUP_SIZE = 2;

    private final long seed;
    private final Chronicle chronicle;
    private final Desks desks;
    private final Map<Kind, Integer> turns = new EnumMap<>(Kind.class);

    private Town(long seed, Chronicle chronicle) {
        this.seed = seed;
        this.chronicle = chronicle;
        this.desks = Desks.telling(chronicle);
    }

    static void live(Chronicle chronicle, long seed, Size size) {
        new Town(seed, chronicle).live(Neighbourhood.settle(seed, size));
    }

    private void live(List<Resident> residents) {
        CodeDesk.defineAll(chronicle);
        List<Resident> friends = new ArrayList<>();
        for (Resident resident : residents) {
            int turn = turns.merge(resident.kind(), 1, Integer::sum) - 1;
            if (new Life(desks, resident, Dice.of(seed, "life", resident.number())).live(turn)) {
                friends.add(resident);
            }
        }
        gather(friends);
    }

    /** Some friends join a group in the last days, two by one code. */
    private void gather(List<Resident> friends) {
        var dice = Dice.of(seed, "groups", friends.size());
        for (int index = 0; index + GROUP_SIZE <= friends.size(); index += GROUP_SIZE) {
            if (dice.chance(0.12)) {
                long at = dice.waking(dice.between(29, 30));
                desks.contacts().joinedGroup(friends.subList(index, index + GROUP_SIZE), "wrDemoChat01", index, at);
            }
        }
    }
}
