-- every_event: every stored event of every kind, with what all kinds have.
-- Grain: one row per stored event: an event_id that came again after 7 days stands here again.
-- A reader of few columns pays for those only, in ten tables. Who reads events of one kind reads the table of that kind.
-- Column kind: 事件种类，其 Kafka 主题为 event.<kind>
-- Column table_name: 存放该事件的 dwd 表
create or replace view lake.dwd.every_event
comment '全部事件：各 dwd 事件表的公共列，一行一个已入湖的事件'
security invoker
as
with

events as (
    select
        'order' as kind, 'order_changed' as table_name, event_id, occurred_at, received_at, tenant, platform, shop, subject_text,
        raw_topic, raw_partition, raw_offset, kafka_partition, kafka_offset
    from lake.dwd.order_changed
    union all
    select
        'refund' as kind, 'refund_changed' as table_name, event_id, occurred_at, received_at, tenant, platform, shop, subject_text,
        raw_topic, raw_partition, raw_offset, kafka_partition, kafka_offset
    from lake.dwd.refund_changed
    union all
    select
        'message' as kind, 'message_sent' as table_name, event_id, occurred_at, received_at, tenant, platform, shop, subject_text,
        raw_topic, raw_partition, raw_offset, kafka_partition, kafka_offset
    from lake.dwd.message_sent
    union all
    select
        'contact' as kind, 'contact_changed' as table_name, event_id, occurred_at, received_at, tenant, platform, shop, subject_text,
        raw_topic, raw_partition, raw_offset, kafka_partition, kafka_offset
    from lake.dwd.contact_changed
    union all
    select
        'scan' as kind, 'live_code_scanned' as table_name, event_id, occurred_at, received_at, tenant, platform, shop, subject_text,
        raw_topic, raw_partition, raw_offset, kafka_partition, kafka_offset
    from lake.dwd.live_code_scanned
    union all
    select
        'behavior' as kind, 'behaved' as table_name, event_id, occurred_at, received_at, tenant, platform, shop, subject_text,
        raw_topic, raw_partition, raw_offset, kafka_partition, kafka_offset
    from lake.dwd.behaved
    union all
    select
        'coupon' as kind, 'coupon_changed' as table_name, event_id, occurred_at, received_at, tenant, platform, shop, subject_text,
        raw_topic, raw_partition, raw_offset, kafka_partition, kafka_offset
    from lake.dwd.coupon_changed
    union all
    select
        'spend' as kind, 'spend_reported' as table_name, event_id, occurred_at, received_at, tenant, platform, shop, subject_text,
        raw_topic, raw_partition, raw_offset, kafka_partition, kafka_offset
    from lake.dwd.spend_reported
    union all
    select
        'live_code' as kind, 'live_code_defined' as table_name, event_id, occurred_at, received_at, tenant, platform, shop, subject_text,
        raw_topic, raw_partition, raw_offset, kafka_partition, kafka_offset
    from lake.dwd.live_code_defined
    union all
    select
        'ruling' as kind, 'identity_ruled' as table_name, event_id, occurred_at, received_at, tenant, platform, shop, subject_text,
        raw_topic, raw_partition, raw_offset, kafka_partition, kafka_offset
    from lake.dwd.identity_ruled
)

select
    kind,
    table_name,
    event_id,
    occurred_at,
    received_at,
    tenant,
    platform,
    shop,
    subject_text,
    raw_topic,
    raw_partition,
    raw_offset,
    kafka_partition,
    kafka_offset
from events
