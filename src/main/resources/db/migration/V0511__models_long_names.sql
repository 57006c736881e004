-- models: a file may have any name that a file system takes
alter table model_file alter column name set data type varchar(255);
