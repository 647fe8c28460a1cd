-- What people did on the admin screens and what they and stores did about refunds. Rows are added and never changed; each
-- seals the one before, so that a row that was changed, removed or slipped in later is found.
create table audit_row (
    number  bigint        primary key,
    done_at timestamp(6) with time zone not null,
    done_by varchar(64)   not null,
    action  varchar(40)   not null,
    subject varchar(200)  not null,
    detail  varchar(1000) not null,
    seal    varchar(64)   not null
);

-- The newest row's number and seal. Whoever adds a row locks this one, so the chain has one end.
create table audit_head (
    id     integer     primary key check (id = 1),
    number bigint      not null,
    seal   varchar(64) not null
);
insert into audit_head (id, number, seal) values (1, 0, '0000000000000000000000000000000000000000000000000000000000000000');
