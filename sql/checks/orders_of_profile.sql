-- orders_of_profile: every paid order counts for one person, once: whose it is by dwd.paid_order, in whose profile it is.
-- Grain of a violation: one row per tenant and person.
-- Holds once the facts are through. No join multiplies rows: both sides have a row per person.
with

orders as (
    select * from lake.dwd.paid_order
),

profiles as (
    select * from lake.dws.profile
),

owned as (
    select
        tenant,
        one_id,
        count(*) as paid_order_count,
        sum(paid_yuan) as paid_yuan
    from orders
    group by tenant, one_id
)

select
    coalesce(owned.tenant, profiles.tenant) as tenant,
    coalesce(owned.one_id, profiles.one_id) as one_id,
    coalesce(owned.paid_order_count, 0) as paid_order_count,
    coalesce(profiles.paid_order_count, 0) as paid_order_count_of_profile,
    coalesce(owned.paid_yuan, 0) as paid_yuan,
    coalesce(profiles.paid_yuan, 0) as paid_yuan_of_profile
from owned
full outer join profiles
    on profiles.tenant = owned.tenant
    and profiles.one_id = owned.one_id
where coalesce(owned.paid_order_count, 0) <> coalesce(profiles.paid_order_count, 0)
    or coalesce(owned.paid_yuan, 0) <> coalesce(profiles.paid_yuan, 0)
