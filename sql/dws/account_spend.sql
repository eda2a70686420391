-- account_spend: what each thing of an ad account cost on a day, and how much of it its parts do not explain.
-- Grain: one row per tenant, platform, account, day, project, promotion and channel; an empty project is the account, an empty promotion the project.
-- Of a day and its hours the larger counts: hours of a channel, and what the day has over them. The newest report of each thing counts;
-- an account without project has one for each channel. What a day has over hours of channels without a day of their own is less by those.
-- What is in another currency than the tenant's is not added.
-- Column cost_yuan: 花费（元）：全天报表与各小时之和取大者
-- Column hourless_yuan: 其中未分摊到小时的部分（元），没有小时报表为 0
-- Column by_hour: 以小时报表计入
create or replace view lake.dws.account_spend
comment '账户花费：广告账户、项目、计划每天的花费，同一笔钱只计一次'
security invoker
as
with

reports as (
    select * from lake.dwd.spend_reported
),

newest as (
    select
        tenant,
        platform,
        shop,
        day,
        project,
        promotion,
        max_by(channel, row(version, event_id)) as channel,
        if(hour is null, max_by(cost_yuan, row(version, event_id)), 0) as of_day,
        if(hour is null, 0, max_by(cost_yuan, row(version, event_id))) as of_hour
    from reports
    where currency = coalesce(tenant_currency, 'CNY')
    group by tenant, platform, shop, day, project, promotion, hour, if(project = '' and promotion = '', channel)
),

sums as (
    select tenant, platform, shop, day, project, promotion, channel, sum(of_day) as total, sum(of_hour) as parts
    from newest
    group by tenant, platform, shop, day, project, promotion, channel
),

gaps as (
    select
        tenant,
        platform,
        shop,
        day,
        project,
        promotion,
        channel,
        parts,
        greatest(total - parts, 0) as surplus,
        sum(greatest(total - parts, 0)) over (partition by tenant, platform, shop, day, project, promotion order by channel) as surplus_so_far,
        sum(if(total > 0, 0, parts)) over (partition by tenant, platform, shop, day, project, promotion) as uncovered,
        sum(parts) over (partition by tenant, platform, shop, day, project, promotion) as all_parts
    from sums
),

settled as (
    select
        tenant,
        platform,
        shop,
        day,
        project,
        promotion,
        channel,
        parts,
        all_parts,
        greatest(least(surplus, surplus_so_far - uncovered), 0) as gap
    from gaps
)

select
    tenant,
    platform,
    shop,
    day,
    project,
    promotion,
    channel,
    cast(parts + gap as decimal(18, 2)) as cost_yuan,
    cast(if(all_parts > 0, gap, 0) as decimal(18, 2)) as hourless_yuan,
    parts > gap as by_hour
from settled
