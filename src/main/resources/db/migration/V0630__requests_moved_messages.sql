-- requests: mails that a person moved to another request leave a line where they were; their files are shown there no more
alter table message add column moved_to varchar(24);
alter table message add column moved_by varchar(320);
alter table message add column moved_at timestamp with time zone;

alter table request_file add column ledger_id bigint;
alter table request_file add column moved_at timestamp with time zone;

-- the request in which a wrongly opened one goes on
alter table request add column merged_into varchar(24);
