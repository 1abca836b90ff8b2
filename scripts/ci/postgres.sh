# Sourced: starts Debian's PostgreSQL for the tests and says where it is.
version=$(ls /usr/lib/postgresql | sort -n | tail -n 1)
[ -d "/etc/postgresql/$version/main" ] || pg_createcluster "$version" main
pg_ctlcluster "$version" main start 2>/dev/null || pg_ctlcluster "$version" main status
port=$(pg_lsclusters -h | awk -v v="$version" '$1 == v && $2 == "main" {print $3}')
su postgres -c "psql -qp $port -c \"alter user postgres password 'postgres'\""
# The name that Backstage's TestDatabases reads; the protocol is the same for
# every version.
export BACKSTAGE_TEST_DATABASE_POSTGRES18_CONNECTION_STRING="postgresql://postgres:postgres@127.0.0.1:$port"
