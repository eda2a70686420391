-- identity_redirects: a one_id that was ever used is somebody's now or leads to one person in one step.
-- Grain of a violation: one row per tenant and one_id.
with

changes as (
    select * from lake.dim.identity_change
    where coalesce(generation, 1) = (select generation from lake.dim.generation)
),

identity as (
    select * from lake.dim.identity
),

redirects as (
    select * from lake.dim.identity_redirect
),

used as (
    select distinct
        tenant,
        one_id
    from changes
),

living as (
    select distinct
        tenant,
        one_id
    from identity
),

leads as (
    select
        redirects.tenant,
        redirects.retired_one_id,
        count(*) as targets,
        count(living.one_id) as living_targets
    from redirects
    left join living
        on living.tenant = redirects.tenant
        and living.one_id = redirects.one_id
    group by redirects.tenant, redirects.retired_one_id
)

select
    case
        when used.one_id is null then 'was never used'
        when living.one_id is not null then 'is somebody''s and leads elsewhere'
        when leads.targets is null then 'leads nowhere'
        when leads.targets > 1 then 'leads to several persons'
        else 'leads to nobody'
    end as problem,
    coalesce(used.tenant, leads.tenant) as tenant,
    coalesce(used.one_id, leads.retired_one_id) as one_id
from used
full outer join leads
    on leads.tenant = used.tenant
    and leads.retired_one_id = used.one_id
left join living
    on living.tenant = coalesce(used.tenant, leads.tenant)
    and living.one_id = coalesce(used.one_id, leads.retired_one_id)
where used.one_id is null
    or (living.one_id is not null and leads.targets is not null)
    or (living.one_id is null and leads.targets is null)
    or leads.targets > 1
    or leads.living_targets < leads.targets
