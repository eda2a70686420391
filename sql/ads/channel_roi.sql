-- channel_roi: what a channel cost on a day and what the orders paid that day brought it.
-- Grain: one row per tenant, channel and day (calendar day in Asia/Shanghai).
-- Revenue is credited by model last. A day without spend has no ROI. ROI is cut off at four digits, so that a day below a threshold
-- never reads as if it reached it. The join multiplies no rows: channel_spend is unique by tenant, channel and day.
-- Column roi: 投产比：归因净收入除以花费，截至四位小数不进位，无花费为空
-- Column unallocated_yuan: 花费中未分摊到项目、计划或小时的部分（元）
-- Column spend_grain: 计入花费的粒度：account 账户、project 项目、promotion 计划、hour 含小时报表，以加号相连
create or replace view lake.ads.channel_roi
comment '渠道投产比：各渠道每日花费、末次归因净收入与 ROI'
security invoker
as
with

changes as (
    select * from lake.dws.channel_day_change
    where coalesce(generation, 1) = (select generation from lake.dim.generation)
),

spend as (
    select * from lake.dws.channel_spend
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
    ranked.tenant,
    ranked.channel,
    ranked.day,
    ranked.spend_yuan,
    ranked.revenue_yuan,
    if(
        ranked.spend_yuan > 0,
        cast(
            (ranked.revenue_yuan * 10000 - mod(ranked.revenue_yuan * 10000, ranked.spend_yuan)) / ranked.spend_yuan * decimal '0.0001'
            as decimal(18, 4)
        )
    ) as roi,
    ranked.decided_at,
    coalesce(spend.unallocated_yuan, 0) as unallocated_yuan,
    spend.spend_grain
from ranked
left join spend
    on spend.tenant = ranked.tenant
    and spend.channel = ranked.channel
    and spend.day = ranked.day
where ranked.age = 1
