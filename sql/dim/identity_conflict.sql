-- identity_conflict: evidence that joins nobody now, and why.
-- Grain: one row per tenant, pair of identifiers (left <= right) and rule whose newest decision holds it back.
-- The newest decision by valid_at counts; of two at one instant the one with a reason.
-- Column left_text: 左端标识的文本形式：类型|范围|值
-- Column right_text: 右端标识的文本形式：类型|范围|值
-- Column reason: 搁置的原因代码
-- Column reason_name: 搁置的原因
-- Column detail: 原因的说明，含上限与实际值
create or replace view lake.dim.identity_conflict
comment '身份冲突：当前不用于合并的证据及其原因'
security invoker
as
with

changes as (
    select * from lake.dim.identity_conflict_change
    where coalesce(generation, 1) = (select generation from lake.dim.generation)
),

ranked as (
    select
        tenant,
        left_type,
        left_scope,
        left_value,
        right_type,
        right_scope,
        right_value,
        rule,
        reason,
        detail,
        valid_at,
        row_number() over (
            partition by tenant, left_type, left_scope, left_value, right_type, right_scope, right_value, rule
            order by valid_at desc, if(reason is null, 1, 0), reason, detail
        ) as age
    from changes
)

select
    tenant,
    left_type || '|' || left_scope || '|' || left_value as left_text,
    right_type || '|' || right_scope || '|' || right_value as right_text,
    left_type,
    left_scope,
    left_value,
    right_type,
    right_scope,
    right_value,
    rule,
    reason,
    case reason
        when 'UNKNOWN_RULE' then '规则未知'
        when 'NEVER_JOINS' then '此类关系从不合并'
        when 'NAMES_NOBODY' then '标识不指向任何人（占位或掩码）'
        when 'WITHOUT_ACCOUNT' then '两端都不是账号'
        when 'EXPIRED' then '证据已过期'
        when 'SHARED' then '标识被太多账号共用'
        when 'BLOCKED' then '标识已被禁止合并'
        when 'QUARANTINED' then '账号太多，整组隔离'
        when 'CONTESTED' then '归属相互矛盾'
        when 'TOO_MANY_PER_PERSON' then '一人将有太多同类标识'
        when 'NEEDS_SECOND_FACT' then '仅为线索，尚缺第二条'
        else reason
    end as reason_name,
    detail,
    valid_at
from ranked
where age = 1
    and reason is not null
