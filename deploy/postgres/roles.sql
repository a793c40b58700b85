-- The roles and the two databases of an instance on a PostgreSQL (15 or newer) of one's own. Run once, with psql (15 or newer), by the administrator of the
-- server: a superuser, or whoever may make roles and databases. Running it again changes the passwords to those given, and mends what it grants.
--
--   psql --file deploy/postgres/roles.sql postgresql://postgres@db.example/postgres
--
-- with the passwords in variables of the environment, so that they stand in no command line and no file of this kind:
-- DATABASE_OWNER_PASSWORD, DATABASE_API_PASSWORD, DATABASE_PROJECTOR_PASSWORD, DATABASE_KEYS_PASSWORD.
-- Where the keys have a server of their own (DATABASE_KEYS_URL), run it on both: each then has one database more than it needs.
--
-- What each role may do with tables is granted by the migrations. A test compares all of it with what the embedded server has.
\set ON_ERROR_STOP on
\getenv owner_password DATABASE_OWNER_PASSWORD
\getenv api_password DATABASE_API_PASSWORD
\getenv projector_password DATABASE_PROJECTOR_PASSWORD
\getenv keys_password DATABASE_KEYS_PASSWORD

-- A server that logs statements, all of them, slow ones or some, or keeps figures of them, keeps these out of that; only a superuser may ask it of it.
SELECT format('SET %I = %L', name, value)
FROM pg_roles, pg_settings JOIN (VALUES
  ('log_statement', 'none'), ('log_min_error_statement', 'panic'), ('log_min_duration_statement', '-1'), ('log_min_duration_sample', '-1'),
  ('log_transaction_sample_rate', '0'), ('pg_stat_statements.track_utility', 'off')
) AS quiet (name, value) USING (name)
WHERE rolname = current_user AND rolsuper \gexec

SELECT format('CREATE ROLE %I', name) FROM unnest(ARRAY['xinma_owner', 'xinma_api', 'xinma_projector', 'xinma_keys']) AS name
WHERE NOT EXISTS (SELECT FROM pg_roles WHERE rolname = name) \gexec

ALTER ROLE xinma_owner LOGIN PASSWORD :'owner_password';
ALTER ROLE xinma_api LOGIN PASSWORD :'api_password';
ALTER ROLE xinma_projector LOGIN PASSWORD :'projector_password';
ALTER ROLE xinma_keys LOGIN PASSWORD :'keys_password';

-- An administrator who is no superuser gives databases to the owner as its member, and is none afterwards.
SELECT 'GRANT xinma_owner TO CURRENT_USER' FROM pg_roles WHERE rolname = current_user AND NOT rolsuper \gexec

SELECT format('CREATE DATABASE %I OWNER xinma_owner TEMPLATE template0 ENCODING ''UTF8'' LOCALE_PROVIDER libc LOCALE ''C''', name) FROM unnest(ARRAY['xinma', 'xinma_keys']) AS name
WHERE NOT EXISTS (SELECT FROM pg_database WHERE datname = name) \gexec

-- Each database is open to its own roles only: who serves the log can't connect to the keys' by its own role.
REVOKE ALL ON DATABASE xinma FROM PUBLIC;
REVOKE ALL ON DATABASE xinma_keys FROM PUBLIC;
GRANT CONNECT ON DATABASE xinma TO xinma_api, xinma_projector;
GRANT CONNECT ON DATABASE xinma_keys TO xinma_keys;

SELECT 'REVOKE xinma_owner FROM CURRENT_USER' FROM pg_roles WHERE rolname = current_user AND NOT rolsuper \gexec
