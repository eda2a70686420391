-- ruling_targets: every ruling of a human names what it is about.
-- Grain of a violation: one row per ruling without its target. It has no effect; decide again with ./quanyu identity.
with

rulings as (
    select * from lake.dwd.identity_ruled
)

select
    tenant,
    event_id,
    operator,
    ruling,
    occurred_at
from rulings
where (ruling in ('BLOCK', 'UNBLOCK') and identifier is null)
    or (ruling in ('RETRACT', 'JOIN') and (left_identifier is null or right_identifier is null or rule is null))
