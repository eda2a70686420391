-- clear_phones: no phone number stands in the lake in clear.
-- Grain of a violation: one row per row of a table with something that reads like a Chinese mobile number.
-- Looks at every text column of every table, those of identifiers too. A number that is part of a longer word or number (a hash,
-- an order id) is none. The row is named by its key; the number itself is not printed.
-- Columns are looked at one by one: Trino puts no texts together that are longer than 1 MiB, and an event may be.
with

written as (
    select
        'ads.alert' as table_name,
        alert_id as row_key,
        array[
            tenant, alert_id, kind, channel, status, reason, suggestion
        ] as texts
    from lake.ads.alert
    union all
    select
        'dim.generation_change' as table_name,
        cast(generation as varchar),
        array[
            cause
        ]
    from lake.dim.generation_change
    union all
    select
        'dim.identity_change' as table_name,
        change_id,
        array[
            tenant, identifier_type, identifier_scope, identifier_value, one_id, previous_one_id, change_id
        ]
    from lake.dim.identity_change
    union all
    select
        'dim.identity_conflict_change' as table_name,
        rule || '@' || cast(valid_at as varchar),
        array[
            tenant, left_type, left_scope, left_value, right_type, right_scope, right_value, rule, reason, detail
        ]
    from lake.dim.identity_conflict_change
    union all
    select
        'dim.identity_evidence_change' as table_name,
        source_event,
        array[
            tenant, left_type, left_scope, left_value, right_type, right_scope, right_value, rule, trust,
            source_event
        ]
    from lake.dim.identity_evidence_change
    union all
    select
        'dwd.behaved' as table_name,
        event_id,
        array[
            event_id, tenant, platform, shop, json_format(cast(subject as json)),
            json_format(cast(identifiers as json)), mapping_version, behavior, product_id, category, live_room,
            channel, subject_text
        ]
    from lake.dwd.behaved
    union all
    select
        'dwd.contact_changed' as table_name,
        event_id,
        array[
            event_id, tenant, platform, shop, json_format(cast(subject as json)),
            json_format(cast(identifiers as json)), mapping_version, change, staff, room, live_code, add_way, cause,
            remark, json_format(cast(tags as json)), subject_text
        ]
    from lake.dwd.contact_changed
    union all
    select
        'dwd.coupon_changed' as table_name,
        event_id,
        array[
            event_id, tenant, platform, shop, json_format(cast(subject as json)),
            json_format(cast(identifiers as json)), mapping_version, coupon_id, change, live_room, channel,
            order_id, subject_text
        ]
    from lake.dwd.coupon_changed
    union all
    select
        'dwd.identity_ruled' as table_name,
        event_id,
        array[
            event_id, tenant, platform, shop, json_format(cast(subject as json)),
            json_format(cast(identifiers as json)), mapping_version, ruling, json_format(cast(identifier as json)),
            json_format(cast(left_identifier as json)), json_format(cast(right_identifier as json)), rule, reason,
            operator, subject_text
        ]
    from lake.dwd.identity_ruled
    union all
    select
        'dwd.live_code_defined' as table_name,
        event_id,
        array[
            event_id, tenant, platform, shop, json_format(cast(subject as json)),
            json_format(cast(identifiers as json)), mapping_version, live_code, config_id, channel, campaign,
            poster, placement, store, array_join(staff, ' '), subject_text
        ]
    from lake.dwd.live_code_defined
    union all
    select
        'dwd.live_code_scanned' as table_name,
        event_id,
        array[
            event_id, tenant, platform, shop, json_format(cast(subject as json)),
            json_format(cast(identifiers as json)), mapping_version, live_code, city, device, subject_text
        ]
    from lake.dwd.live_code_scanned
    union all
    select
        'dwd.message_sent' as table_name,
        event_id,
        array[
            event_id, tenant, platform, shop, json_format(cast(subject as json)),
            json_format(cast(identifiers as json)), mapping_version, message_id, action, staff, room, message_type,
            text, recalled_message_id, subject_text
        ]
    from lake.dwd.message_sent
    union all
    select
        'dwd.order_changed' as table_name,
        event_id,
        array[
            event_id, tenant, platform, shop, json_format(cast(subject as json)),
            json_format(cast(identifiers as json)), mapping_version, order_id, fulfilment, refund_state, currency,
            region, store, live_room, author, live_code, coupon, json_format(cast(lines as json)), tenant_currency, subject_text
        ]
    from lake.dwd.order_changed
    union all
    select
        'dwd.refund_changed' as table_name,
        event_id,
        array[
            event_id, tenant, platform, shop, json_format(cast(subject as json)),
            json_format(cast(identifiers as json)), mapping_version, refund_id, order_id, status, currency, region,
            array_join(line_ids, ' '), tenant_currency, subject_text
        ]
    from lake.dwd.refund_changed
    union all
    select
        'dwd.spend_reported' as table_name,
        event_id,
        array[
            event_id, tenant, platform, shop, json_format(cast(subject as json)),
            json_format(cast(identifiers as json)), mapping_version, project, promotion, channel, currency,
            tenant_currency, subject_text
        ]
    from lake.dwd.spend_reported
    union all
    select
        'dws.channel_day_change' as table_name,
        channel || '@' || cast(day as varchar),
        array[
            tenant, channel, model
        ]
    from lake.dws.channel_day_change
    union all
    select
        'dws.credit_change' as table_name,
        change_id,
        array[
            tenant, order_id, model, source, cause, one_id, change_id
        ]
    from lake.dws.credit_change
    union all
    select
        'dws.profile_change' as table_name,
        one_id || '@' || cast(version as varchar),
        array[
            tenant, one_id, array_join(accounts, ' '), array_join(platforms, ' '), phone_masked,
            array_join(tags, ' ')
        ]
    from lake.dws.profile_change
    union all
    select
        'dws.tag_change' as table_name,
        change_id,
        array[
            tenant, one_id, tag, name, change, value, reason, array_join(witnesses, ' '), change_id
        ]
    from lake.dws.tag_change
    union all
    select
        'ods.dead_letter' as table_name,
        raw_topic || '@' || cast(raw_partition as varchar) || '@' || cast(raw_offset as varchar),
        array[
            tenant, platform, shop, reason, detail, payload
        ]
    from lake.ods.dead_letter
    union all
    select
        'ods.event_repeat' as table_name,
        event_id,
        array[
            event_id, tenant
        ]
    from lake.ods.event_repeat
)

select
    table_name,
    row_key
from written
where any_match(
    texts,
    text -> regexp_like(text, '(?<![0-9A-Za-z])(?:\+?86[- ]?)?1[3-9][0-9](?:[- ]?[0-9]{4}){2}(?![0-9A-Za-z])')
)
