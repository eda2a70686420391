-- newest_assignment: an identifier has one newest assignment, and none of those before it is missing.
-- Grain of a violation: one row per tenant and identifier.
-- Versions count up from 1, and never back in time. A change that was written again after a crash counts once.
with

changes as (
    select * from lake.dim.identity_change
    where coalesce(generation, 1) = (select generation from lake.dim.generation)
),

said as (
    select distinct
        tenant,
        identifier_type,
        identifier_scope,
        identifier_value,
        version,
        one_id,
        valid_at,
        change_id
    from changes
),

steps as (
    select
        tenant,
        identifier_type || '|' || identifier_scope || '|' || identifier_value as identifier_text,
        version,
        valid_at,
        lag(version, 1, 0) over (
            partition by tenant, identifier_type, identifier_scope, identifier_value
            order by version
        ) as previous_version,
        lag(valid_at) over (
            partition by tenant, identifier_type, identifier_scope, identifier_value
            order by version
        ) as previous_valid_at
    from said
)

select
    tenant,
    identifier_text,
    max(version) as newest_version,
    count(*) as assignments
from steps
where version <> previous_version + 1
    or valid_at < previous_valid_at
group by tenant, identifier_text
