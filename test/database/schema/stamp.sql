CREATE TABLE system_stamp (
  only integer primary key check (only = 1),
  system text not null,
  role text not null check (role in ('producer', 'consumer', 'hub')),
  created_at text not null
);
