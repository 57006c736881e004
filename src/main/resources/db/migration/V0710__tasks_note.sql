-- tasks: what somebody wrote to whom they gave a task; the mail that says it may have waited for a digest
alter table hand_over add column note_by varchar(320);
alter table hand_over add column note text;
