-- requests: what a colleague wrote when forwarding a mail is not for the requester's eyes
alter table message add column aside boolean default false not null;

-- pictures that a mail shows within its text are part of the text, not files of their own
alter table request_file add column in_text boolean default false not null;
