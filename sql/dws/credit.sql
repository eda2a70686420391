-- credit: what each source is credited with now, by order and model, with the channel that the source stands for.
-- Grain: one row per tenant, order, model, source, touch of a live code and person, where anything is left.
-- The ledger holds differences, so the current credit is their sum. A live code stands for the channel that it had when it was
-- touched, a code without a definition for itself; so a code that goes to another channel from a day on moves nothing from before.
-- No join multiplies rows: a touch lies in one period of its code.
-- Column channel: 来源所属渠道
-- Column poster: 触达时的海报版本，无则为空
-- Column campaign: 触达时的活动，无则为空
-- Column touched_at: 触达活码的时间（UTC），非活码来源为空
-- Column expired: 触达时活码已过期（仍计入），非活码来源为假
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

periods as (
    select * from lake.dim.live_code_period
),

sums as (
    select
        tenant,
        order_id,
        model,
        source,
        one_id,
        paid_day,
        touched_at,
        coalesce(touched_at, timestamp '9999-12-30 00:00:00.000000 UTC') as as_of,
        if(starts_with(source, 'code:'), substr(source, 6)) as live_code,
        sum(delta_yuan) as credit_yuan
    from changes
    group by tenant, order_id, model, source, one_id, paid_day, touched_at
    having sum(delta_yuan) <> 0
)

select
    sums.tenant,
    sums.order_id,
    sums.model,
    sums.source,
    coalesce(
        periods.channel,
        sums.live_code,
        if(starts_with(sums.source, 'channel:'), substr(sums.source, 9)),
        sums.source
    ) as channel,
    sums.one_id,
    sums.paid_day,
    periods.poster,
    periods.campaign,
    sums.touched_at,
    coalesce(periods.expired, false) as expired,
    sums.credit_yuan
from sums
left join periods
    on periods.tenant = sums.tenant
    and periods.live_code = sums.live_code
    and periods.starts_at <= sums.as_of
    and sums.as_of < periods.ends_at
