-- Large payments wait until the chain itself calls their block final.

-- From this amount on, in the asset's smallest unit; null where no payment has to wait for it.
alter table accepted_asset add column final_from numeric(78, 0);

-- Whether this payment has to.
alter table payment add column finalized boolean default false not null;

-- The newest block that the chain was heard to call final; null where nobody has asked yet.
alter table chain_cursor add column final_height bigint;
