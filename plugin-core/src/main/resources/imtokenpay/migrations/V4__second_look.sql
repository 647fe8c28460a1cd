-- Up to which height a chain was looked at a second time. Null: it was read before there was a second look.
alter table chain_cursor add column looked_again bigint;

-- Whether money is to be reckoned with is asked at every look.
create index payment_by_deadline on payment (chain, deadline);
