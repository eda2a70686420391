-- What came in, by source: canonical events and what was refused.
with

events as (
    select * from lake.dwd.every_event
),

accepted as (
    select raw_topic, count(*) as events
    from events
    where tenant = '{tenant}'
        and raw_topic is not null
    group by raw_topic
),

refused as (
    select raw_topic, count(*) as refusals
    from lake.ods.dead_letter
    where tenant = '{tenant}'
    group by raw_topic
)

select
    substr(coalesce(accepted.raw_topic, refused.raw_topic), 5) as "来源 source",
    coalesce(accepted.events, 0) as "事件 events",
    coalesce(refused.refusals, 0) as "拒收 refused"
from accepted
full join refused
    on refused.raw_topic = accepted.raw_topic
order by "事件 events" desc
