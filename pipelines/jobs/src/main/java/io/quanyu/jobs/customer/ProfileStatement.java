package io.quanyu.jobs.customer;

import io.quanyu.domain.customer.Profile;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The profile of a person; none while no account is there. */
final class ProfileStatement implements Statement<@Nullable Profile, ProfileChange> {

    @Override
    public String table() {
        return "dws.profile_change";
    }

    @Override
    public Class<ProfileChange> row() {
        return ProfileChange.class;
    }

    @Override
    public @Nullable Profile before(Said said) {
        return said.profile();
    }

    @Override
    public Said saying(Said said, @Nullable Profile now) {
        return said.withProfile(now);
    }

    @Override
    public @Nullable Profile of(Judged judged, String oneId) {
        return judged.customer() == null || judged.tags() == null
                ? null
                : Profile.of(oneId, judged.customer(), judged.tags().values().keySet());
    }

    @Override
    public List<ProfileChange> changes(@Nullable Profile before, @Nullable Profile now, Judged judged, Said said) {
        return List.of(
                now == null
                        ? ProfileChange.gone(said.tenant(), said.oneId(), said.version(), judged.atMillis())
                        : ProfileChange.of(said.tenant(), now, said.version(), judged.atMillis()));
    }
}
