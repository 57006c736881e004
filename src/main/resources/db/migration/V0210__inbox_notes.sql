-- inbox: what a person should know of how a mail was read, a JSON array of sentences
alter table ledger add column notes varchar(100000);
