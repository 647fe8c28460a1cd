-- What each person may do on the admin screens. Everybody of before may do everything, and so may whoever is let in by a node of
-- the version before while it is replaced.
alter table shop_owner add column role varchar(16) default 'owner' not null;

-- What people are told of by mail, until it was sent; and for each topic what was told last, so that it is told once an hour.
create table notice (
    id       varchar(36)   primary key,
    topic    varchar(40)   not null,
    made_at  timestamp(6) with time zone not null,
    words    varchar(2000) not null,
    next_at  timestamp(6) with time zone not null,
    attempts integer       not null
);
create index notice_due on notice (next_at);
create table notice_topic (
    topic   varchar(40) primary key,
    told_at timestamp(6) with time zone not null,
    figure  bigint      not null
);

-- Whether people are told of a change that waits.
alter table pending_change add column told boolean default false not null;
