-- generation_change: since when a generation of what is derived is the one to read.
-- Grain: one row per generation that became current; the highest is current. Generation 1 needs no row.
-- Append only. A rebuild derives everything anew beside what is there, and is named here when it has caught up.
create table if not exists lake.dim.generation_change (
    generation bigint comment '代',
    current_at timestamp(6) with time zone comment '自何时起为当前代（UTC）',
    cause varchar comment '为何重算'
)
comment '推导代变更：何时切换到哪一代'
with (
    format = 'PARQUET',
    format_version = 2
)
