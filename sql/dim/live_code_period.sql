-- live_code_period: what each live code stood for, period by period.
-- Grain: one row per tenant, live code and period; the periods of a code follow one another without gap or overlap, from ever since to for ever.
-- Of the definitions that hold in a period the newest counts, else the one that ended last (the code has expired), else the one that begins first.
-- A definition replaces those that begin with it. A touch is of the period with starts_at <= its instant < ends_at.
-- Column starts_at: 时段开始（UTC，含）
-- Column ends_at: 时段结束（UTC，不含）
-- Column expired: 此时段内活码已过期（仍归原渠道）
create or replace view lake.dim.live_code_period
comment '活码时段：每个活码在各时段属于哪个渠道、活动、海报与门店'
security invoker
as
with

definitions as (
    select * from lake.dwd.live_code_defined
),

newest as (
    select
        tenant,
        live_code,
        channel,
        campaign,
        poster,
        placement,
        store,
        version,
        event_id,
        coalesce(valid_from, timestamp '0001-01-01 00:00:00.000000 UTC') as valid_from,
        coalesce(valid_until, timestamp '9999-12-31 00:00:00.000000 UTC') as valid_until,
        row_number() over (partition by tenant, live_code, valid_from order by version desc, event_id desc) as age
    from definitions
),

terms as (
    select tenant, live_code, channel, campaign, poster, placement, store, version, event_id, valid_from, valid_until
    from newest
    where age = 1
),

bounds as (
    select tenant, live_code, valid_from as at_instant from terms
    union
    select tenant, live_code, valid_until as at_instant from terms
    union
    select tenant, live_code, timestamp '0001-01-01 00:00:00.000000 UTC' as at_instant from terms
),

periods as (
    select
        tenant,
        live_code,
        at_instant as starts_at,
        lead(at_instant, 1, timestamp '9999-12-31 00:00:00.000000 UTC') over (partition by tenant, live_code order by at_instant) as ends_at
    from bounds
    where at_instant < timestamp '9999-12-31 00:00:00.000000 UTC'
),

candidates as (
    select
        periods.tenant,
        periods.live_code,
        periods.starts_at,
        periods.ends_at,
        terms.channel,
        terms.campaign,
        terms.poster,
        terms.placement,
        terms.store,
        terms.valid_from <= periods.starts_at and terms.valid_until <= periods.starts_at as expired,
        row_number() over (
            partition by periods.tenant, periods.live_code, periods.starts_at
            order by
                terms.valid_from <= periods.starts_at and periods.starts_at < terms.valid_until desc,
                terms.valid_from <= periods.starts_at desc,
                if(periods.starts_at < terms.valid_until, null, terms.valid_until) desc nulls last,
                if(periods.starts_at < terms.valid_from, terms.valid_from) asc nulls last,
                terms.version desc,
                terms.event_id desc
        ) as age
    from periods
    inner join terms
        on terms.tenant = periods.tenant
        and terms.live_code = periods.live_code
)

select tenant, live_code, starts_at, ends_at, channel, campaign, poster, placement, store, expired
from candidates
where age = 1
