-- future_claim: events of persons that claim to have happened more than 10 minutes after they were received.
-- Grain: one row per event.
-- They count from their arrival on: nothing happens after we have heard of it. A clock that is wrong, of a device or of a platform, shows here.
-- Column ahead_seconds: 声称的时间比收到时间晚多少（秒）
create or replace view lake.dwd.future_claim
comment '未来时间：声称发生在收到之后的事件，按收到时间计算，此处保留其声称的时间'
security invoker
as
with

events as (
    select * from lake.dwd.every_event
)

select
    tenant,
    kind,
    event_id,
    occurred_at,
    received_at,
    date_diff('second', received_at, occurred_at) as ahead_seconds
from events
where occurred_at > received_at + interval '10' minute
    and kind not in ('live_code', 'spend')
