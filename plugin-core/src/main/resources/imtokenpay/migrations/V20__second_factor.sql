-- The second factor of an owner who has switched one on: what his authenticator app shares with us, the step of the newest
-- code that was taken, which never goes back, and how many wrong codes came with the right password since when.
create table second_factor (
    owner       varchar(64)  primary key references shop_owner (name) on delete cascade,
    secret      varchar(400) not null,
    set_at      timestamp(6) with time zone not null,
    used_step   bigint       not null,
    wrong       integer      not null,
    wrong_since timestamp(6) with time zone not null
);

-- SHA-256 of each recovery code that was not used yet, in hex.
create table recovery_code (
    owner  varchar(64) not null references second_factor (owner) on delete cascade,
    sha256 varchar(64) not null,
    primary key (owner, sha256)
);
