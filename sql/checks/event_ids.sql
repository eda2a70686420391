-- event_ids: an event stands in its dwd table once.
-- Grain of a violation: one row per table, tenant and event_id that stands there again within 7 days.
-- A repeat that comes later than that is stored again and told from the first by its offset; no reader counts it twice, because
-- facts are folded by id.
with

events as (
    select 'order_changed' as table_name, tenant, event_id, received_at from lake.dwd.order_changed
    union all
    select 'refund_changed' as table_name, tenant, event_id, received_at from lake.dwd.refund_changed
    union all
    select 'message_sent' as table_name, tenant, event_id, received_at from lake.dwd.message_sent
    union all
    select 'contact_changed' as table_name, tenant, event_id, received_at from lake.dwd.contact_changed
    union all
    select 'live_code_scanned' as table_name, tenant, event_id, received_at from lake.dwd.live_code_scanned
    union all
    select 'behaved' as table_name, tenant, event_id, received_at from lake.dwd.behaved
    union all
    select 'coupon_changed' as table_name, tenant, event_id, received_at from lake.dwd.coupon_changed
    union all
    select 'spend_reported' as table_name, tenant, event_id, received_at from lake.dwd.spend_reported
    union all
    select 'live_code_defined' as table_name, tenant, event_id, received_at from lake.dwd.live_code_defined
    union all
    select 'identity_ruled' as table_name, tenant, event_id, received_at from lake.dwd.identity_ruled
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
