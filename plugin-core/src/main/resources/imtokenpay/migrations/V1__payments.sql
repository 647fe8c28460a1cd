-- What the merchant takes. Amounts everywhere are whole base units: numeric(78, 0) holds any 256-bit number.
create table accepted_asset (
    id            varchar(200) primary key,
    position      integer      not null,
    chain         varchar(41)  not null,
    symbol        varchar(12)  not null,
    decimals      integer      not null check (decimals between 0 and 36),
    network       varchar(64)  not null,
    receiver      varchar(128) not null,
    confirmations integer      not null check (confirmations between 1 and 10000),
    verified      boolean      not null,
    test          boolean      not null
);

-- A payment: what was asked, what was agreed, where it stands.
create table payment (
    id               varchar(30)    primary key,
    version          bigint         not null,
    store_id         varchar(40)    not null,
    order_ref        varchar(64)    not null,
    client_reference varchar(64)    not null,
    description      varchar(140)   not null,
    return_url       varchar(2000)  not null,
    price            numeric(21, 8) not null check (price > 0),
    currency         varchar(3)     not null,
    chain            varchar(41)    not null,
    asset_id         varchar(200)   not null,
    symbol           varchar(12)    not null,
    decimals         integer        not null,
    rate             numeric(38, 18) not null check (rate > 0),
    quoted           numeric(78, 0) not null check (quoted > 0),
    quoted_at        timestamp(6) with time zone not null,
    receiver         varchar(128)   not null,
    due              numeric(78, 0) not null check (due > 0),
    opened_at        timestamp(6) with time zone not null,
    deadline         timestamp(6) with time zone not null,
    confirmations    integer        not null,
    decision         varchar(10)    not null,
    decided_at       timestamp(6) with time zone,
    decided_over     numeric(78, 0),
    status           varchar(12)    not null,
    sequence         bigint         not null,
    surplus          numeric(78, 0) not null check (surplus >= 0)
);
create index payment_of_order on payment (store_id, order_ref);
create index payment_stirred on payment (chain, status, deadline);
create index payment_newest on payment (opened_at, id);

-- Two live leases of one slot are impossible: this key is the rule.
create table receiving_slot (
    asset_id     varchar(200)   not null,
    receiver     varchar(128)   not null,
    units        numeric(78, 0) not null,
    payment_id   varchar(30)    not null,
    leased_until timestamp(6) with time zone not null,
    primary key (asset_id, receiver, units)
);
create index receiving_slot_due on receiving_slot (leased_until);

-- Where we are in each chain, and who may write there.
create table chain_cursor (
    chain        varchar(41) primary key,
    version      bigint      not null,
    holder       varchar(80) not null,
    epoch        bigint      not null,
    leased_until timestamp(6) with time zone not null,
    height       bigint,
    as_of        timestamp(6) with time zone
);

-- The newest blocks that we have read, to notice when the chain leaves them.
create table chain_block (
    chain       varchar(41) not null,
    height      bigint      not null,
    hash        varchar(80) not null,
    parent_hash varchar(80) not null,
    block_time  timestamp(6) with time zone not null,
    primary key (chain, height)
);

-- Every transfer that we ever saw, each exactly once. payment_id is null for money that matches nothing.
create table transfer (
    chain            varchar(41)    not null,
    tx_hash          varchar(80)    not null,
    log_index        integer        not null,
    asset_id         varchar(200)   not null,
    symbol           varchar(12)    not null,
    decimals         integer        not null,
    units            numeric(78, 0) not null check (units >= 0),
    sender           varchar(128)   not null,
    receiver         varchar(128)   not null,
    first_seen       timestamp(6) with time zone not null,
    first_block_time timestamp(6) with time zone not null,
    included         boolean        not null,
    height           bigint         not null,
    block_hash       varchar(80)    not null,
    parent_hash      varchar(80)    not null,
    block_time       timestamp(6) with time zone not null,
    payment_id       varchar(30),
    primary key (chain, tx_hash, log_index)
);
create index transfer_of_payment on transfer (payment_id);
create index transfer_by_height on transfer (chain, height);

-- Events, and how far their delivery is.
create table webhook_event (
    id          varchar(60)    primary key,
    store_id    varchar(40)    not null,
    payment_id  varchar(30)    not null,
    type        varchar(40)    not null,
    occurred_at timestamp(6) with time zone not null,
    body        varchar(20000) not null,
    state       varchar(10)    not null,
    attempts    integer        not null,
    next_at     timestamp(6) with time zone not null
);
create index webhook_event_due on webhook_event (state, next_at);
create index webhook_event_of_payment on webhook_event (payment_id);

create table webhook_attempt (
    event_id varchar(60)  not null,
    attempt  integer      not null,
    tried_at timestamp(6) with time zone not null,
    outcome  varchar(200) not null,
    primary key (event_id, attempt)
);

create table idempotency_key (
    store_id     varchar(40) not null,
    idempotency  varchar(64) not null,
    request_hash varchar(64) not null,
    payment_id   varchar(30) not null,
    primary key (store_id, idempotency)
);

create table shop_owner (
    name          varchar(64)  primary key,
    password_hash varchar(300) not null
);
