-- alert: an alert was opened, resolved, withdrawn or restated.
-- Grain: one row per alert and version. The current state of ROI alerts is in ads.roi_alert.
-- Append only.
create table if not exists lake.ads.alert (
    tenant varchar comment '租户',
    alert_id varchar comment '预警编号，一段连续低 ROI 只有一个',
    kind varchar comment '预警种类：roi',
    channel varchar comment '渠道',
    status varchar comment '状态：opened 打开、resolved 恢复、withdrawn 撤回、restated 重述',
    version bigint comment '版本，同一预警随每次变更增大',
    days array(date) comment '所涉自然日（Asia/Shanghai）',
    roi array(decimal(18,4)) comment '所涉各日的 ROI，与 days 一一对应',
    threshold decimal(18,4) comment 'ROI 阈值',
    spend_at_risk_yuan decimal(18,2) comment '低效花费合计（元）',
    reason varchar comment '原因',
    suggestion varchar comment '建议',
    valid_at timestamp(6) with time zone comment '自何时成立（UTC）',
    decided_at timestamp(6) with time zone comment '判定时间（UTC）：何时得知',
    generation bigint comment '代：在哪一代推导中写入，空即第 1 代；当前代见 dim.generation'
)
comment '预警变更：预警的打开、恢复、撤回与重述'
with (
    format = 'PARQUET',
    format_version = 2
)
