-- project_spend: what each project of an ad account cost on a day, and how much of it its promotions do not explain.
-- Grain: one row per tenant, platform, account, day, project and channel. Promotions of which no project is told are not here.
-- Of a project and its promotions the larger counts: promotions of a channel, and what the project has over them. What a project has over
-- promotions of channels without a total of the project is less by those.
-- Column cost_yuan: 花费（元）：项目报表与各计划之和取大者
-- Column unallocated_yuan: 其中未分摊到计划或小时的部分（元）
-- Column of_project: 项目报表中有计入的部分
-- Column of_promotion: 计划报表中有计入的部分
-- Column by_hour: 有以小时报表计入的部分
create or replace view lake.dws.project_spend
comment '项目花费：广告项目每天的花费，项目与其计划的同一笔钱只计一次'
security invoker
as
with

things as (
    select * from lake.dws.account_spend
),

sums as (
    select
        tenant,
        platform,
        shop,
        day,
        project,
        channel,
        sum(if(promotion = '', cost_yuan, 0)) as total,
        sum(if(promotion = '', 0, cost_yuan)) as parts,
        sum(hourless_yuan) as hourless_yuan,
        bool_or(by_hour) as by_hour
    from things
    where project <> ''
    group by tenant, platform, shop, day, project, channel
),

gaps as (
    select
        tenant,
        platform,
        shop,
        day,
        project,
        channel,
        parts,
        hourless_yuan,
        by_hour,
        greatest(total - parts, 0) as surplus,
        sum(greatest(total - parts, 0)) over (partition by tenant, platform, shop, day, project order by channel) as surplus_so_far,
        sum(if(total > 0, 0, parts)) over (partition by tenant, platform, shop, day, project) as uncovered,
        sum(parts) over (partition by tenant, platform, shop, day, project) as all_parts
    from sums
),

settled as (
    select
        tenant,
        platform,
        shop,
        day,
        project,
        channel,
        parts,
        all_parts,
        hourless_yuan,
        by_hour,
        greatest(least(surplus, surplus_so_far - uncovered), 0) as gap
    from gaps
)

select
    tenant,
    platform,
    shop,
    day,
    project,
    channel,
    cast(parts + gap as decimal(18, 2)) as cost_yuan,
    cast(hourless_yuan + if(all_parts > 0, gap, 0) as decimal(18, 2)) as unallocated_yuan,
    gap > 0 as of_project,
    parts > 0 as of_promotion,
    by_hour
from settled
