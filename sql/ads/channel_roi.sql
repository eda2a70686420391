-- channel_roi: what a channel cost on a day and what the orders paid that day brought it.
-- Grain: one row per tenant, channel and day (calendar day in Asia/Shanghai).
-- Revenue is credited by model last. A day without spend has no ROI.
-- Column roi: 投产比：归因净收入除以花费，无花费为空
create or replace view lake.ads.channel_roi
comment '渠道投产比：各渠道每日花费、末次归因净收入与 ROI'
security invoker
as
with

changes as (
    select * from lake.dws.channel_day_change
    where coalesce(generation, 1) = (select generation from lake.dim.generation)
),

ranked as (
    select
        tenant,
        channel,
        day,
        spend_yuan,
        revenue_yuan,
        decided_at,
        row_number() over (partition by tenant, channel, day order by version desc) as age
    from changes
    where model = 'last'
)

select
    tenant,
    channel,
    day,
    spend_yuan,
    revenue_yuan,
    if(
        spend_yuan > 0,
        cast(cast(revenue_yuan as decimal(24, 6)) / spend_yuan as decimal(18, 4))
    ) as roi,
    decided_at
from ranked
where age = 1
