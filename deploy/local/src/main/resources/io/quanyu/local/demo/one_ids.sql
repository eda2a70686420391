-- Which person each account belongs to.
select identifier_text, one_id
from lake.dim.identity
where tenant = '{tenant}'
    and identifier_type in ('external_userid', 'unionid', 'yz_open_id', 'doudian_open_id', 'pos_member')
