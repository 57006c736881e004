-- inbox: the mails of one request, newest first, without a look at those of others
create index ledger_request_newest on ledger (request, id);
drop index ledger_request;
