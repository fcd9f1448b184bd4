-- The five roles and the database of Kintrace, made by who may make roles; safe to run again.
--
--   deploy/make_secrets.py roles FOLDER | cat - deploy/postgres/roles.sql | psql …   (docs/runbook.md)
--
-- The owner alone makes and changes tables: migrations run as it, and it serves nobody. The others
-- get, table by table, what kintrace/vault/rows.py grants them, and see the rows that its policies
-- show. None of them may do anything to the server.

\set ON_ERROR_STOP on
\if :{?name}
\else
  \set name kintrace
\endif

SELECT format('CREATE ROLE %I', role)
FROM unnest(ARRAY['owner', 'staff', 'public', 'matcher', 'backup']) AS side,
     LATERAL (SELECT 'kintrace_' || side) AS named(role)
WHERE NOT EXISTS (SELECT FROM pg_roles WHERE rolname = role)
\gexec

-- The backup alone reads past the walls between societies, and may write nothing.
ALTER ROLE kintrace_owner   LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOBYPASSRLS NOREPLICATION PASSWORD :'owner';
ALTER ROLE kintrace_staff   LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOBYPASSRLS NOREPLICATION PASSWORD :'staff';
ALTER ROLE kintrace_public  LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOBYPASSRLS NOREPLICATION PASSWORD :'public';
ALTER ROLE kintrace_matcher LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOBYPASSRLS NOREPLICATION PASSWORD :'matcher';
ALTER ROLE kintrace_backup  LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE BYPASSRLS   NOREPLICATION PASSWORD :'backup';
ALTER ROLE kintrace_backup  SET default_transaction_read_only = on;

SELECT format('CREATE DATABASE %I OWNER kintrace_owner ENCODING ''UTF8'' LOCALE ''C.UTF-8'' TEMPLATE template0', :'name')
WHERE NOT EXISTS (SELECT FROM pg_database WHERE datname = :'name')
\gexec

REVOKE ALL ON DATABASE :"name" FROM PUBLIC;
GRANT CONNECT ON DATABASE :"name"
  TO kintrace_staff, kintrace_public, kintrace_matcher, kintrace_backup;
