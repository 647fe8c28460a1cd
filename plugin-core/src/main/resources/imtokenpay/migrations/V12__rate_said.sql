-- On whose word a payment was asked for at its rate. Until now all rates were configured, and by the default a node of the
-- version before, which knows no others, can add payments while it is replaced.
alter table payment add column rate_said varchar(1000) default 'configured' not null;
