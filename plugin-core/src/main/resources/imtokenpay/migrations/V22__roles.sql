-- What each person may do on the admin screens. Everybody of before may do everything, and so may whoever is let in by a node of
-- the version before while it is replaced.
alter table shop_owner add column role varchar(16) default 'owner' not null;
