-- event_ids: an event stands in its dwd table once.
-- Grain of a violation: one row per table, tenant and event_id that stands there again within 7 days.
-- A repeat that comes later than that is stored again and told from the first by its offset; no reader counts it twice, because
-- facts are folded by id.
with

events as (
    select * from lake.dwd.every_event
)

select
    table_name,
    tenant,
    event_id,
    count(*) as row_count,
    min(received_at) as first_received_at,
    max(received_at) as last_received_at
from events
group by table_name, tenant, event_id
having count(*) > 1
    and max(received_at) < min(received_at) + interval '7' day
