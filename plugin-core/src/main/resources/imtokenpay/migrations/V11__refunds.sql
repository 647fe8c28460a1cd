-- Money that the merchant means to give back. He pays it from his own wallet; nothing here can.
create table refund (
    id           varchar(30)    primary key,
    payment_id   varchar(30)    not null,
    chain        varchar(41)    not null,
    asset_id     varchar(200)   not null,
    symbol       varchar(12)    not null,
    decimals     integer        not null,
    units        numeric(78, 0) not null check (units > 0),
    recorded_at  timestamp(6) with time zone not null,
    recorded_by  varchar(64)    not null,
    reason       varchar(500)   not null,
    idempotency  varchar(64)    not null,
    request_hash varchar(64)    not null,
    state        varchar(20)    not null,
    since        timestamp(6) with time zone not null,
    unique (payment_id, idempotency)
);
create index refund_standing on refund (chain, state, since);
create index refund_of_amount on refund (asset_id, units);

-- Where to, as the shopper confirmed it or the merchant typed it. Rows are added and never changed: a transfer may be on
-- its way to an address that was replaced.
create table refund_address (
    refund_id varchar(30)  not null,
    position  integer      not null,
    receiver  varchar(128) not null,
    source    varchar(10)  not null,
    given_by  varchar(64)  not null,
    given_at  timestamp(6) with time zone not null,
    primary key (refund_id, position)
);
create index refund_address_receiver on refund_address (receiver);

-- Two refunds of one amount to one address that both wait to be paid are impossible: this key is the rule.
create table refund_slot (
    asset_id  varchar(200)   not null,
    receiver  varchar(128)   not null,
    units     numeric(78, 0) not null,
    refund_id varchar(30)    not null,
    primary key (asset_id, receiver, units)
);
create index refund_slot_of on refund_slot (refund_id);

-- Every transfer that was seen for a refund, each exactly once.
create table payout (
    chain            varchar(41)    not null,
    tx_hash          varchar(80)    not null,
    log_index        integer        not null,
    refund_id        varchar(30)    not null,
    asset_id         varchar(200)   not null,
    symbol           varchar(12)    not null,
    decimals         integer        not null,
    units            numeric(78, 0) not null check (units > 0),
    sender           varchar(128)   not null,
    receiver         varchar(128)   not null,
    first_seen       timestamp(6) with time zone not null,
    first_block_time timestamp(6) with time zone not null,
    included         boolean        not null,
    height           bigint         not null,
    block_hash       varchar(80)    not null,
    block_time       timestamp(6) with time zone not null,
    primary key (chain, tx_hash, log_index)
);
create index payout_of_refund on payout (refund_id);
create index payout_by_height on payout (chain, height);
