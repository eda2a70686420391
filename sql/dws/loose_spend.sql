-- loose_spend: what the projects of an ad account and the promotions of which no project is told cost on a day together.
-- Grain: one row per tenant, platform, account, day and channel.
-- Those promotions belong to some project, so of all projects and of them the larger counts, as of a project and its promotions.
-- Column cost_yuan: 花费（元）：各项目之和与无项目计划之和取大者
-- Column unallocated_yuan: 其中未分摊到计划或小时的部分（元）
-- Column of_project: 项目报表中有计入的部分
-- Column of_promotion: 计划报表中有计入的部分
-- Column by_hour: 有以小时报表计入的部分
create or replace view lake.dws.loose_spend
comment '项目合计花费：账户下各项目与未标明项目的计划每天的花费，同一笔钱只计一次'
security invoker
as
with

projects as (select * from lake.dws.project_spend),

things as (select * from lake.dws.account_spend),

both_kinds as (
    select tenant, platform, shop, day, channel, cost_yuan as total, 0 as parts, unallocated_yuan, of_project, of_promotion, by_hour
    from projects
    union all
    select tenant, platform, shop, day, channel, 0 as total, cost_yuan as parts, hourless_yuan, false as of_project, cost_yuan > 0 as of_promotion, by_hour
    from things
    where project = ''
        and promotion <> ''
),

sums as (
    select
        tenant,
        platform,
        shop,
        day,
        channel,
        sum(total) as total,
        sum(parts) as parts,
        sum(unallocated_yuan) as unallocated_yuan,
        bool_or(of_project) as of_project,
        bool_or(of_promotion) as of_promotion,
        bool_or(by_hour) as by_hour
    from both_kinds
    group by tenant, platform, shop, day, channel
),

gaps as (
    select
        tenant,
        platform,
        shop,
        day,
        channel,
        parts,
        unallocated_yuan,
        of_project,
        of_promotion,
        by_hour,
        greatest(total - parts, 0) as surplus,
        sum(greatest(total - parts, 0)) over (partition by tenant, platform, shop, day order by channel) as surplus_so_far,
        sum(if(total > 0, 0, parts)) over (partition by tenant, platform, shop, day) as uncovered
    from sums
)

select
    tenant,
    platform,
    shop,
    day,
    channel,
    cast(parts + greatest(least(surplus, surplus_so_far - uncovered), 0) as decimal(18, 2)) as cost_yuan,
    unallocated_yuan,
    of_project and greatest(least(surplus, surplus_so_far - uncovered), 0) > 0 as of_project,
    of_promotion,
    by_hour
from gaps
