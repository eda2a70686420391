-- live_code: what each live code stands for, by its newest definition.
-- Grain: one row per tenant and live code (its state).
create or replace view lake.dim.live_code
comment '渠道活码：每个活码的最新定义'
security invoker
as
with

definitions as (
    select * from lake.dwd.live_code_defined
),

ranked as (
    select
        tenant,
        live_code,
        channel,
        campaign,
        poster,
        placement,
        store,
        staff,
        valid_from,
        valid_until,
        version,
        row_number() over (
            partition by tenant, live_code
            order by version desc, event_id desc
        ) as age
    from definitions
)

select
    tenant,
    live_code,
    channel,
    campaign,
    poster,
    placement,
    store,
    staff,
    valid_from,
    valid_until,
    version
from ranked
where age = 1
