-- one_person: an identifier belongs to one person at a time, and each change starts where the one before it ended.
-- Grain of a violation: one row per change of an identifier that contradicts another.
-- A change that was written again after a crash has the same change_id and contradicts nothing.
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
        previous_one_id
    from changes
),

steps as (
    select
        tenant,
        identifier_type,
        identifier_scope,
        identifier_value,
        version,
        one_id,
        previous_one_id,
        lag(one_id) over (
            partition by tenant, identifier_type, identifier_scope, identifier_value
            order by version
        ) as one_id_before,
        count(*) over (
            partition by tenant, identifier_type, identifier_scope, identifier_value, version
        ) as persons_at_once
    from said
)

select
    if(persons_at_once > 1, 'two persons at once', 'does not follow from the change before') as problem,
    tenant,
    identifier_type || '|' || identifier_scope || '|' || identifier_value as identifier_text,
    version,
    previous_one_id,
    one_id
from steps
where persons_at_once > 1
    or previous_one_id is distinct from one_id_before
