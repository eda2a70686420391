-- credit: what each source is credited with now, by order and model, with the channel that the source stands for.
-- Grain: one row per tenant, order, model, source and person, where anything is left.
-- The ledger holds differences, so the current credit is their sum. A live code stands for the channel of its newest definition,
-- a code without one for itself; so a late or changed definition moves earlier credits too.
-- Column channel: 来源所属渠道
-- Column credit_yuan: 归因净收入（元）
create or replace view lake.dws.credit
comment '当前归因：每个订单的净收入按模型归于哪个来源与渠道'
security invoker
as
with

changes as (
    select * from lake.dws.credit_change
    where coalesce(generation, 1) = (select generation from lake.dim.generation)
),

live_codes as (
    select * from lake.dim.live_code
),

sums as (
    select
        tenant,
        order_id,
        model,
        source,
        one_id,
        paid_day,
        if(starts_with(source, 'code:'), substr(source, 6)) as live_code,
        sum(delta_yuan) as credit_yuan
    from changes
    group by tenant, order_id, model, source, one_id, paid_day
    having sum(delta_yuan) <> 0
)

select
    sums.tenant,
    sums.order_id,
    sums.model,
    sums.source,
    coalesce(
        live_codes.channel,
        sums.live_code,
        if(starts_with(sums.source, 'channel:'), substr(sums.source, 9)),
        sums.source
    ) as channel,
    sums.one_id,
    sums.paid_day,
    sums.credit_yuan
from sums
left join live_codes
    on live_codes.tenant = sums.tenant
    and live_codes.live_code = sums.live_code
