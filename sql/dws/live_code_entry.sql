-- live_code_entry: when each person first came by a live code, and when they became a friend by it.
-- Grain: one row per tenant, live code and person (one_id; while an identifier is not resolved, it stands in).
-- A friend add by a code implies a scan of it, also a half add, which is no friend yet. friend_at is null for who never became one.
-- The join multiplies no rows: identity is unique by identifier.
-- Column one_id: 人（全域 one_id），尚未识别时为标识文本
-- Column entered_at: 首次扫码或经此码加好友的时间（UTC）
-- Column friend_at: 首次经此码成为好友的时间（UTC），未成为空
create or replace view lake.dws.live_code_entry
comment '活码进入：每个人首次经某活码进入与成为好友的时间'
security invoker
as
with

scans as (
    select * from lake.dwd.live_code_scanned
),

contacts as (
    select * from lake.dwd.contact_changed
),

identity as (
    select * from lake.dim.identity
),

touches as (
    select
        tenant,
        live_code,
        subject_text,
        occurred_at as touched_at,
        false as is_friend
    from scans
    union all
    select
        tenant,
        live_code,
        subject_text,
        coalesce(added_at, occurred_at) as touched_at,
        change <> 'HALF_ADDED' as is_friend
    from contacts
    where change in ('ADDED', 'HALF_ADDED', 'READ_BACK')
        and live_code is not null
)

select
    touches.tenant,
    touches.live_code,
    coalesce(identity.one_id, touches.subject_text) as one_id,
    min(touches.touched_at) as entered_at,
    min(touches.touched_at) filter (where touches.is_friend) as friend_at
from touches
left join identity
    on identity.tenant = touches.tenant
    and identity.identifier_text = touches.subject_text
group by
    touches.tenant,
    touches.live_code,
    coalesce(identity.one_id, touches.subject_text)
