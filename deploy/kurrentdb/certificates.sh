#!/bin/sh
# Makes an authority and a certificate for each node, into ./certificates; what is there is kept. Usage: certificates.sh [node...] (default: kurrentdb-1 kurrentdb-2 kurrentdb-3).
# A node is a host name, or a name and the addresses it is reached by: kurrentdb-1=10.0.0.1,kurrentdb-1.example
# The authority's key signs nodes in: keep it away from the machines that run them.
set -eu
umask 077
cd "$(dirname "$0")"
mkdir -p certificates/ca certificates/nodes
[ $# -gt 0 ] || set -- kurrentdb-1 kurrentdb-2 kurrentdb-3

if [ ! -e certificates/authority.key ]; then
  openssl ecparam -name prime256v1 -genkey -noout -out certificates/authority.key
  openssl req -x509 -new -key certificates/authority.key -sha256 -days 3650 -subj '/CN=xinma kurrentdb authority' \
    -addext 'basicConstraints=critical,CA:TRUE,pathlen:0' -addext 'keyUsage=critical,keyCertSign,cRLSign' -out certificates/ca/ca.crt
  # What it signs is checked with it, by everybody.
  chmod 755 certificates/ca && chmod 444 certificates/ca/ca.crt
fi

for node in "$@"; do
  name=${node%%=*}
  reached=${node#"$name"}
  [ ! -e "certificates/nodes/$name/node.crt" ] || { echo "$name has a certificate: remove certificates/nodes/$name to make a new one"; continue; }
  names="DNS:$name,DNS:localhost,IP:127.0.0.1"
  for other in $(echo "${reached#=}" | tr ',' ' '); do
    case $other in
      *[!0-9.]*) names="$names,DNS:$other" ;;
      *) names="$names,IP:$other" ;;
    esac
  done
  mkdir -p "certificates/nodes/$name"
  # Nodes know one another by this one name, which all their certificates have. A node reads RSA keys only.
  openssl req -new -newkey rsa:3072 -nodes -keyout "certificates/nodes/$name/node.key" -subj '/CN=kurrentdb-node' -out "certificates/nodes/$name/node.csr" 2> /dev/null
  printf 'basicConstraints=critical,CA:FALSE\nkeyUsage=critical,digitalSignature,keyEncipherment\nextendedKeyUsage=serverAuth,clientAuth\nsubjectAltName=%s\n' "$names" > "certificates/nodes/$name/extensions"
  openssl x509 -req -in "certificates/nodes/$name/node.csr" -CA certificates/ca/ca.crt -CAkey certificates/authority.key -CAcreateserial -sha256 -days 825 \
    -extfile "certificates/nodes/$name/extensions" -out "certificates/nodes/$name/node.crt" 2> /dev/null
  rm "certificates/nodes/$name/node.csr" "certificates/nodes/$name/extensions"
  # Read by the container's own user, to whom only this folder is given. Nobody else on this machine gets there: the folder above is the operator's.
  chmod 755 "certificates/nodes/$name" && chmod 444 "certificates/nodes/$name/node.crt" "certificates/nodes/$name/node.key"
  echo "made certificates/nodes/$name for $names"
done
chmod 711 certificates
