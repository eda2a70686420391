-- tag: the tags that stand, with since when and why.
-- Grain: one row per tenant, person and standing tag.
-- The newest change of a person's tag counts; an exit takes the tag away.
create or replace view lake.dws.tag
comment '当前标签：每个人身上成立的标签'
security invoker
as
with

changes as (
    select * from lake.dws.tag_change
    where coalesce(generation, 1) = (select generation from lake.dim.generation)
),

ranked as (
    select
        tenant,
        one_id,
        tag,
        name,
        change,
        value,
        valid_at,
        decided_at,
        rule_version,
        reason,
        witnesses,
        version,
        row_number() over (
            partition by tenant, one_id, tag
            order by version desc, decided_at desc, change_id desc
        ) as age
    from changes
)

select
    tenant,
    one_id,
    tag,
    name,
    value,
    valid_at,
    decided_at,
    rule_version,
    reason,
    witnesses,
    version
from ranked
where age = 1
    and change <> 'exit'
