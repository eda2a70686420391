-- channel_roi: what a channel cost on a day and what the orders paid that day brought it.
-- Grain: one row per tenant, channel and day (calendar day in Asia/Shanghai).
-- Revenue is credited by model last. A day without spend has no ROI. ROI is cut off at four digits, so that a day below a threshold
-- never reads as if it reached it. What of the spend is not allocated, and at which grain it was told, is in dws.channel_spend.
-- Column roi: 投产比：归因净收入除以花费，截至四位小数不进位，无花费为空
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
        cast((revenue_yuan * 10000 - mod(revenue_yuan * 10000, spend_yuan)) / spend_yuan * decimal '0.0001' as decimal(24, 4))
    ) as roi,
    decided_at
from ranked
where age = 1
