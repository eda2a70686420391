-- What came in, by source: canonical events and what was refused.
with

events as (
    select tenant, raw_topic, 'order' as kind from lake.dwd.order_changed
    union all
    select tenant, raw_topic, 'refund' from lake.dwd.refund_changed
    union all
    select tenant, raw_topic, 'message' from lake.dwd.message_sent
    union all
    select tenant, raw_topic, 'contact' from lake.dwd.contact_changed
    union all
    select tenant, raw_topic, 'scan' from lake.dwd.live_code_scanned
    union all
    select tenant, raw_topic, 'spend' from lake.dwd.spend_reported
    union all
    select tenant, raw_topic, 'live_code' from lake.dwd.live_code_defined
),

accepted as (
    select raw_topic, count(*) as events
    from events
    where tenant = '{tenant}'
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
