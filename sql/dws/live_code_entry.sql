-- live_code_entry: when each person came by a live code, and when they became a friend by it.
-- Grain: one row per tenant, live code, person (one_id; while an identifier is not resolved, it stands in) and entry.
-- An entry ends 7 days after it began; who comes by the same code later enters anew.
-- A friend add by a code implies a scan of it, also a half add, which is no friend yet. friend_at is null for who did not become one in it.
-- The join multiplies no rows: identity is unique by identifier.
-- Column one_id: 人（全域 one_id），尚未识别时为标识文本
-- Column entered_at: 本次进入的时间（UTC）：扫码或经此码加好友
-- Column friend_at: 本次进入后 7 日内首次经此码成为好友的时间（UTC），未成为空
create or replace view lake.dws.live_code_entry
comment '活码进入：每个人每次经某活码进入与成为好友的时间，7 日内算一次'
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
),

of_persons as (
    select
        touches.tenant,
        touches.live_code,
        coalesce(identity.one_id, touches.subject_text) as one_id,
        touches.touched_at,
        if(touches.is_friend, touches.touched_at) as friend_at
    from touches
    left join identity
        on identity.tenant = touches.tenant
        and identity.identifier_text = touches.subject_text
)

select tenant, live_code, one_id, entered_at, friend_at
from of_persons
match_recognize (
    partition by tenant, live_code, one_id
    order by touched_at
    measures
        first(came.touched_at) as entered_at,
        min(friend_at) as friend_at
    one row per match
    after match skip past last row
    pattern (came again*)
    define
        again as again.touched_at < first(came.touched_at) + interval '7' day
)
