-- tag_history: a tag enters before it changes or leaves, and never enters twice in a row.
-- Grain of a violation: one row per change that does not follow from the one before it.
with

changes as (
    select * from lake.dws.tag_change
    where coalesce(generation, 1) = (select generation from lake.dim.generation)
),

steps as (
    select
        tenant,
        one_id,
        tag,
        version,
        change,
        lag(change, 1, 'exit') over (
            partition by tenant, one_id, tag
            order by version, decided_at, change_id
        ) as previous_change
    from changes
)

select
    tenant,
    one_id,
    tag,
    version,
    previous_change,
    change
from steps
where (change = 'enter') <> (previous_change = 'exit')
