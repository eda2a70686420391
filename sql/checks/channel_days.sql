-- channel_days: revenue of a channel's day is what the credits say, its spend is what the newest reports say.
-- Grain of a violation: one row per tenant, channel, day and model.
-- Holds once the facts are through. A report is restated by a newer version of the same account, project, promotion, day and hour.
with

changes as (
    select * from lake.dws.channel_day_change
    where coalesce(generation, 1) = (select generation from lake.dim.generation)
),

credits as (select * from lake.dws.credit),

reports as (select * from lake.dwd.spend_reported),

stated as (
    select
        tenant,
        channel,
        day,
        model,
        max_by(spend_yuan, version) as spend_yuan,
        max_by(revenue_yuan, version) as revenue_yuan
    from changes
    group by tenant, channel, day, model
),

newest_reports as (
    select
        tenant,
        max_by(channel, row(version, event_id)) as channel,
        day,
        max_by(cost_yuan, row(version, event_id)) as cost_yuan
    from reports
    group by tenant, platform, shop, project, promotion, hour, day
),

due as (
    select
        tenant,
        channel,
        paid_day as day,
        model,
        cast(0 as decimal(18, 2)) as spend_yuan,
        credit_yuan as revenue_yuan
    from credits
    union all
    select
        newest_reports.tenant,
        newest_reports.channel,
        newest_reports.day,
        models.model,
        newest_reports.cost_yuan,
        cast(0 as decimal(18, 2))
    from newest_reports
    cross join unnest(array['first', 'last', 'linear']) as models (model)
),

sums as (
    select
        tenant,
        channel,
        day,
        model,
        sum(spend_yuan) as spend_yuan,
        sum(revenue_yuan) as revenue_yuan
    from due
    group by tenant, channel, day, model
)

select
    coalesce(sums.tenant, stated.tenant) as tenant,
    coalesce(sums.channel, stated.channel) as channel,
    coalesce(sums.day, stated.day) as day,
    coalesce(sums.model, stated.model) as model,
    coalesce(stated.spend_yuan, 0) as stated_spend_yuan,
    coalesce(sums.spend_yuan, 0) as spend_yuan,
    coalesce(stated.revenue_yuan, 0) as stated_revenue_yuan,
    coalesce(sums.revenue_yuan, 0) as revenue_yuan
from sums
full outer join stated
    on stated.tenant = sums.tenant
    and stated.channel = sums.channel
    and stated.day = sums.day
    and stated.model = sums.model
where coalesce(stated.spend_yuan, 0) <> coalesce(sums.spend_yuan, 0)
    or coalesce(stated.revenue_yuan, 0) <> coalesce(sums.revenue_yuan, 0)
