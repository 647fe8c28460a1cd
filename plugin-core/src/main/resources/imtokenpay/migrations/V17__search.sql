-- A person looks for payments and money by what a shopper can tell: an address, or how much it was.
create index payment_to on payment (receiver, opened_at desc, id desc);
create index payment_due on payment (asset_id, due, opened_at desc, id desc);
create index transfer_sent on transfer (sender, first_seen desc);
create index transfer_received on transfer (receiver, first_seen desc);
create index transfer_units on transfer (asset_id, units, first_seen desc);

-- Each store has its own order of payments since version 9; all stores together are leafed through by theirs.
drop index payment_newest;
