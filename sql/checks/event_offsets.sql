-- event_offsets: no event and no dead letter on Kafka is lost or stored twice.
-- Grain of a violation: one row per gap, or per offset that is stored again, in a topic partition.
-- dwd.* and ods.event_repeat together hold each offset of event.*, and ods.dead_letter those of dead-letter, once, from 0 to
-- the end of the topic. What stands on event.* and is refused is in ods.dead_letter, as the source of a letter that stands nowhere
-- on Kafka. Parameter: the ends as Kafka knows them, JSON [[topic, partition, end offset], ...], bound by audit; what
-- came later is not asked for.
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

offsets as (
    select 'event.' || kind as topic, kafka_partition, kafka_offset from events
    union all
    select kafka_topic, kafka_partition, kafka_offset from lake.ods.event_repeat
    union all
    select 'dead-letter', kafka_partition, kafka_offset from lake.ods.dead_letter where kafka_offset is not null
    union all
    select raw_topic, raw_partition, raw_offset from lake.ods.dead_letter where kafka_offset is null
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
    where starts_with(topic, 'event.') or topic = 'dead-letter'
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
