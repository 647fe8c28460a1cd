-- What a store lets its shoppers off. Either so many hundredths of a percent or a fixed amount; amounts are in the
-- campaign's currency. assets holds CAIP-19 ids with blanks between, and is empty where every asset will do. That more is
-- promised than the budget holds is impossible: the last check is the rule.
create table campaign (
    id           varchar(30)   primary key,
    store_id     varchar(40)   not null,
    name         varchar(64)   not null,
    currency     varchar(3)    not null,
    basis_points integer       check (basis_points between 1 and 9999),
    amount_off   numeric(21, 8) check (amount_off > 0),
    assets       varchar(4000) not null,
    first_order  boolean       not null,
    minimum      numeric(21, 8),
    begins_at    timestamp(6) with time zone not null,
    ends_at      timestamp(6) with time zone,
    budget       numeric(21, 8),
    held         numeric(21, 8) default 0 not null check (held >= 0),
    created_at   timestamp(6) with time zone not null,
    created_by   varchar(64)   not null,
    check ((basis_points is null and amount_off is not null) or (basis_points is not null and amount_off is null)),
    check (budget is null or held <= budget)
);
create index campaign_of_store on campaign (store_id, currency, ends_at);

-- Of a campaign's budget, what each payment takes. given_back once that payment has ended unpaid; whoever takes from the
-- budget next adds it again and removes the row.
create table discount_hold (
    payment_id  varchar(30)    primary key,
    campaign_id varchar(30)    not null,
    amount      numeric(21, 8) not null check (amount > 0),
    given_back  boolean        not null
);
create index discount_hold_of on discount_hold (campaign_id, given_back);

-- Two first-order discounts of one customer at a time are impossible: this key is the rule. customer is the SHA-256 of the
-- store's reference, in hex, so that it can outlive the reference.
create table first_order (
    store_id   varchar(40) not null,
    customer   varchar(64) not null,
    payment_id varchar(30) not null,
    primary key (store_id, customer)
);
create index first_order_of on first_order (payment_id);

-- price stays what the store asks for; what is quoted is price less discount. By the defaults a node of the version before
-- can add payments while it is replaced.
alter table payment add column customer_reference varchar(64) default '' not null;
alter table payment add column campaign_id varchar(30);
alter table payment add column campaign_name varchar(64) default '' not null;
alter table payment add column first_order boolean default false not null;
alter table payment add column discount numeric(21, 8) default 0 not null;
alter table payment add constraint payment_discount check (discount >= 0 and discount < price);
create index payment_of_customer on payment (store_id, customer_reference, status);
create index payment_of_campaign on payment (campaign_id, status);
