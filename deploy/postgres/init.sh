#!/bin/sh
# Run once by the database's container, when its data folder is empty: makes the roles and databases with the passwords of the secrets.
# In a shell of its own: the image's own start reads this file, and then becomes the server, whose environment is no place for passwords.
(
  set -eu
  for role in owner api projector keys; do
    name="DATABASE_$(echo "$role" | tr a-z A-Z)_PASSWORD"
    export "$name=$(cat "/run/secrets/database_${role}")"
  done
  psql --no-psqlrc --username postgres --dbname postgres --file /xinma/roles.sql
)
