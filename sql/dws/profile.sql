-- profile: the current profile of each person.
-- Grain: one row per tenant and person who still has an account.
-- The newest version counts. The scores compare buyers of one tenant with each other, in fifths from 1 (lowest) to 5 (highest),
-- equal values alike, by the lowest rank among them: recency by last payment, frequency by paid orders, monetary by net revenue.
-- Null for who never paid anything.
-- Column recency_score: 最近付款得分（1 至 5，5 最近），未购为空
-- Column frequency_score: 付款单数得分（1 至 5，5 最多），未购为空
-- Column monetary_score: 净收入得分（1 至 5，5 最高），未购为空
create or replace view lake.dws.profile
comment '客户画像：每个人的最新画像'
security invoker
as
with

changes as (
    select * from lake.dws.profile_change
    where coalesce(generation, 1) = (select generation from lake.dim.generation)
),

ranked as (
    select
        tenant,
        one_id,
        version,
        live,
        decided_at,
        accounts,
        platforms,
        phone_masked,
        first_seen_at,
        order_count,
        paid_order_count,
        paid_yuan,
        refunded_yuan,
        net_revenue_yuan,
        average_order_yuan,
        first_paid_at,
        last_paid_at,
        last_message_at,
        last_active_at,
        tags,
        row_number() over (partition by tenant, one_id order by version desc) as age
    from changes
)

select
    tenant,
    one_id,
    version,
    decided_at,
    accounts,
    platforms,
    phone_masked,
    first_seen_at,
    order_count,
    paid_order_count,
    paid_yuan,
    refunded_yuan,
    net_revenue_yuan,
    average_order_yuan,
    first_paid_at,
    last_paid_at,
    last_message_at,
    last_active_at,
    tags,
    if(paid_yuan > 0, cast(1 + 5 * (rank() over (
        partition by tenant, paid_yuan > 0 order by last_paid_at
    ) - 1) / count(*) over (partition by tenant, paid_yuan > 0) as integer)) as recency_score,
    if(paid_yuan > 0, cast(1 + 5 * (rank() over (
        partition by tenant, paid_yuan > 0 order by paid_order_count
    ) - 1) / count(*) over (partition by tenant, paid_yuan > 0) as integer)) as frequency_score,
    if(paid_yuan > 0, cast(1 + 5 * (rank() over (
        partition by tenant, paid_yuan > 0 order by net_revenue_yuan
    ) - 1) / count(*) over (partition by tenant, paid_yuan > 0) as integer)) as monetary_score
from ranked
where age = 1
    and live
