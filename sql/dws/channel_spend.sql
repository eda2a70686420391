-- channel_spend: what each channel cost on a day by the newest reports, at which grain that is told, and what its finer reports do not explain.
-- Grain: one row per tenant, channel and day (calendar day in Asia/Shanghai).
-- Of an account's total and its projects the larger counts: projects of a channel, and what the account has over them. What an account has
-- over projects of channels without a total of the account is less by those.
-- Column spend_yuan: 花费（元）：同一笔钱只计一次，粗粒度合计与细粒度之和取大者
-- Column unallocated_yuan: 其中未分摊到项目、计划或小时的部分（元）
-- Column spend_grain: 计入花费的粒度：account 账户、project 项目、promotion 计划、hour 含小时报表，以加号相连
create or replace view lake.dws.channel_spend
comment '渠道花费：各渠道每日花费、未分摊金额与计入的粒度，由报表独立推导'
security invoker
as
with

projects as (select * from lake.dws.loose_spend),

things as (select * from lake.dws.account_spend),

both_kinds as (
    select tenant, platform, shop, day, channel, 0 as total, cost_yuan as parts, unallocated_yuan, of_project, of_promotion, by_hour
    from projects
    union all
    select tenant, platform, shop, day, channel, cost_yuan as total, 0 as parts, hourless_yuan, false as of_project, false as of_promotion, by_hour
    from things
    where project = ''
        and promotion = ''
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
        day,
        channel,
        parts,
        unallocated_yuan,
        of_project,
        of_promotion,
        by_hour,
        greatest(total - parts, 0) as surplus,
        sum(greatest(total - parts, 0)) over (partition by tenant, platform, shop, day order by channel) as surplus_so_far,
        sum(if(total > 0, 0, parts)) over (partition by tenant, platform, shop, day) as uncovered,
        sum(parts) over (partition by tenant, platform, shop, day) as all_parts
    from sums
),

settled as (
    select
        tenant, day, channel, parts, all_parts, unallocated_yuan, of_project, of_promotion, by_hour,
        greatest(least(surplus, surplus_so_far - uncovered), 0) as gap
    from gaps
)

select
    tenant,
    channel,
    day,
    cast(sum(parts + gap) as decimal(18, 2)) as spend_yuan,
    cast(sum(unallocated_yuan + if(all_parts > 0, gap, 0)) as decimal(18, 2)) as unallocated_yuan,
    array_join(array[
        if(bool_or(gap > 0), 'account'), if(bool_or(of_project), 'project'), if(bool_or(of_promotion), 'promotion'), if(bool_or(by_hour), 'hour')
    ], '+') as spend_grain
from settled
group by tenant, channel, day
