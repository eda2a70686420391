-- channel_days: revenue of a channel's day is what the credits say, its spend is what the newest reports say.
-- Grain of a violation: one row per tenant, channel, day and model.
-- Holds once the facts are through. dws.channel_spend derives the spend from the reports by itself.
with

changes as (
    select * from lake.dws.channel_day_change
    where coalesce(generation, 1) = (select generation from lake.dim.generation)
),

credits as (select * from lake.dws.credit),

spend as (select * from lake.dws.channel_spend),

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
        spend.tenant,
        spend.channel,
        spend.day,
        models.model,
        spend.spend_yuan,
        cast(0 as decimal(18, 2))
    from spend
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
