-- How many people carry a tag at the end of the month, and how often it came and went.
with

standing as (
    select tag, count(*) as people
    from lake.dws.tag
    where tenant = '{tenant}'
    group by tag
),

moves as (
    select
        tag,
        max(name) as name,
        count_if(change = 'enter') as enters,
        count_if(change = 'exit') as exits
    from lake.dws.tag_change
    where tenant = '{tenant}'
        and coalesce(generation, 1) = (select generation from lake.dim.generation)
    group by tag
)

select
    moves.name as "标签 tag",
    moves.tag as "代码 code",
    coalesce(standing.people, 0) as "现有 people",
    moves.enters as "进入 entered",
    moves.exits as "退出 left"
from moves
left join standing
    on standing.tag = moves.tag
order by "现有 people" desc, moves.tag
