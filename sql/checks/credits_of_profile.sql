-- credits_of_profile: in every model all credits of a person add up to the net revenue of their profile, to the fen.
-- Grain of a violation: one row per tenant, person and model.
-- Holds once the facts are through. No join multiplies rows: both sides have a row per person and model.
with

profiles as (
    select * from lake.dws.profile
),

credits as (
    select * from lake.dws.credit
),

due as (
    select
        profiles.tenant,
        profiles.one_id,
        models.model,
        profiles.net_revenue_yuan
    from profiles
    cross join unnest(array['first', 'last', 'linear']) as models (model)
),

credited as (
    select
        tenant,
        one_id,
        model,
        sum(credit_yuan) as credited_yuan
    from credits
    group by tenant, one_id, model
)

select
    coalesce(due.tenant, credited.tenant) as tenant,
    coalesce(due.one_id, credited.one_id) as one_id,
    coalesce(due.model, credited.model) as model,
    coalesce(due.net_revenue_yuan, 0) as net_revenue_yuan,
    coalesce(credited.credited_yuan, 0) as credited_yuan
from due
full outer join credited
    on credited.tenant = due.tenant
    and credited.one_id = due.one_id
    and credited.model = due.model
where coalesce(due.net_revenue_yuan, 0) <> coalesce(credited.credited_yuan, 0)
