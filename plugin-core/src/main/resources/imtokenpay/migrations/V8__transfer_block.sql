-- A transfer's block is told by height, hash and time. Its parent says nothing that the cursor's blocks do not say, and
-- a node's log does not tell it.
alter table transfer drop column parent_hash;
