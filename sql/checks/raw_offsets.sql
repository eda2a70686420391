-- raw_offsets: every raw payload gave an event or a dead letter.
-- Grain of a violation: one row per gap in a topic partition.
-- The source positions of events, repeats and dead letters cover each offset of raw.* from 0 to the end of the topic. Parameter:
-- the ends as Kafka knows them, JSON [[topic, partition, end offset], ...], bound by audit; what came later is not asked for.
with

end_offsets as (
    select
        topic,
        kafka_partition,
        end_offset
    from unnest(cast(json_parse(?) as array(row(topic varchar, kafka_partition integer, end_offset bigint))))
        as ends (topic, kafka_partition, end_offset)
),

events as (
    select * from lake.dwd.every_event
),

positions as (
    select raw_topic as topic, raw_partition as kafka_partition, raw_offset as kafka_offset from events
    union all
    select raw_topic, raw_partition, raw_offset from lake.ods.event_repeat
    union all
    select raw_topic, raw_partition, raw_offset from lake.ods.dead_letter
),

offsets as (
    select distinct
        topic,
        kafka_partition,
        kafka_offset
    from positions
    where starts_with(topic, 'raw.')
),

marks as (
    select
        topic,
        kafka_partition,
        kafka_offset,
        false as is_end
    from offsets
    union all
    select
        topic,
        kafka_partition,
        end_offset,
        true as is_end
    from end_offsets
    where starts_with(topic, 'raw.')
),

steps as (
    select
        topic,
        kafka_partition,
        kafka_offset,
        is_end,
        lag(kafka_offset, 1, -1) over (
            partition by topic, kafka_partition
            order by kafka_offset, is_end
        ) as previous_offset
    from marks
)

select
    if(kafka_offset > previous_offset + 1, 'lost', 'repeated') as problem,
    topic,
    kafka_partition,
    if(kafka_offset > previous_offset + 1, previous_offset + 1, kafka_offset) as from_offset,
    if(kafka_offset > previous_offset + 1, kafka_offset - 1, kafka_offset) as through_offset
from steps
where kafka_offset > previous_offset + 1
    or (kafka_offset = previous_offset and not is_end)
