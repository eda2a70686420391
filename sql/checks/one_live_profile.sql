-- one_live_profile: a person has one newest profile, and an account stands in one live profile.
-- Grain of a violation: one row per tenant and person, or per tenant and account.
with

changes as (
    select * from lake.dws.profile_change
    where coalesce(generation, 1) = (select generation from lake.dim.generation)
),

profiles as (
    select * from lake.dws.profile
),

said_twice as (
    select
        tenant,
        one_id,
        version
    from changes
    group by tenant, one_id, version
    having count(*) > 1
),

shared as (
    select
        profiles.tenant,
        accounts.account
    from profiles
    cross join unnest(profiles.accounts) as accounts (account)
    group by profiles.tenant, accounts.account
    having count(*) > 1
)

select
    'person has two profiles of one version' as problem,
    tenant,
    one_id as subject
from said_twice
union all
select
    'account stands in two live profiles' as problem,
    tenant,
    account as subject
from shared
