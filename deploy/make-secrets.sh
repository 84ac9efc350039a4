#!/bin/sh
# Makes the secrets that compose.yaml reads, each in a file of its own, in the folder "secrets" beside it (or the one named).
# A file that is there already is kept. The empty ones are yours to fill in, if you have a mail server, an identity provider or a
# bucket for backups, or while you rotate the secret of sign-ins.
set -eu
folder=${1:-$(dirname "$0")/../secrets}
mkdir -p "$folder"
# Nobody else on this machine enters the folder; in it, the containers' own users read the files.
chmod 700 "$folder"

random() { head -c 36 /dev/urandom | base64 | tr -d '+/=\n'; }

make() {
  [ -e "$folder/$1" ] || printf '%s' "$2" > "$folder/$1"
  chmod 644 "$folder/$1"
}

make auth_secret "$(random)"
make auth_secret_previous ''
make postgres_password "$(random)"
make redis_password "$(random)"
make database_url "postgresql://parley:$(cat "$folder/postgres_password")@postgres:5432/parley"
make redis_url "redis://:$(cat "$folder/redis_password")@redis:6379"
make smtp_url ''
make metrics_token "$(random)"
make backup_s3_secret ''
make oidc_client_secret ''
make oidc_providers ''
