-- generation: which generation of what is derived is the one to read.
-- Grain: one row.
-- Rows of other generations stay in the tables of changes: those of an older one for comparison, those of a newer one while it is being rebuilt.
-- Column generation: 当前代
create or replace view lake.dim.generation
comment '当前推导代'
security invoker
as
with

changes as (
    select * from lake.dim.generation_change
)

select coalesce(max(generation), bigint '1') as generation
from changes
