-- requests: messages that our mail server could not confirm to be of their author
alter table message add column unproven boolean default false not null;
