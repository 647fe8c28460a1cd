-- What an address is to an asset: shared by all payments, each with an amount of its own, or one payment's own for any
-- amount. Written when a shopper is first shown the address, and never changed: this key is the rule that keeps the two
-- apart.
create table receiving_address (
    asset_id  varchar(200) not null,
    receiver  varchar(128) not null,
    exclusive boolean      not null,
    -- The how manieth of its chain it was; written last, with the first lease.
    shown     bigint,
    primary key (asset_id, receiver),
    unique (asset_id, receiver, exclusive)
);

create index receiving_address_shown on receiving_address (shown);

-- How many addresses of a chain were shown. Who adds one holds this row to the end, so that whoever sees a number sees all
-- smaller ones, too.
create table shown_count (
    chain_id varchar(100) not null primary key,
    newest   bigint       not null
);

-- Until now every address was shared, and shoppers know it.
insert into receiving_address (asset_id, receiver, exclusive)
    select asset_id, receiver, false from payment
    union select asset_id, receiver, false from receiving_slot
    union select id, receiver, false from accepted_asset;

-- A slot of any amount has 0 units. The default lets a node of the version before lease on while it is replaced.
alter table receiving_slot add column exclusive boolean default false not null;
alter table receiving_slot add constraint slot_of_any_amount check (exclusive = (units = 0));
alter table receiving_slot add constraint slot_is_used_as_its_address
    foreign key (asset_id, receiver, exclusive) references receiving_address (asset_id, receiver, exclusive);

-- The addresses of the merchant's accounts that were taken for payments: no index twice, no address twice.
create table fresh_address (
    asset_id    varchar(200) not null,
    fingerprint varchar(64)  not null,
    position    integer      not null check (position >= 0),
    receiver    varchar(128) not null,
    primary key (asset_id, fingerprint, position),
    unique (asset_id, receiver)
);
create index transfer_to on transfer (receiver, asset_id);
