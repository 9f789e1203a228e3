#!/bin/sh
# Between the web's build and its upload: where its API is, and what its pages may talk to.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
dist=${1:-$here/../../web/inbox/dist}
login=https://login.microsoftonline.com

[ -f "$dist/index.html" ] || { echo "The web is not built: $dist/index.html is missing." >&2; exit 1; }
for name in HELPDESKMX_API HELPDESKMX_SIGNALR HELPDESKMX_ENTRA_TENANT HELPDESKMX_ENTRA_CLIENT; do
  eval "value=\${$name:-}"
  [ -n "$value" ] || { echo "$name is not set. Run azd provision first." >&2; exit 1; }
done

printf '{ "api": "%s", "entra": { "tenant": "%s", "client": "%s" } }\n' \
  "$HELPDESKMX_API" "$HELPDESKMX_ENTRA_TENANT" "$HELPDESKMX_ENTRA_CLIENT" >"$dist/config.json"
sed "s|{connect}|$HELPDESKMX_API $HELPDESKMX_SIGNALR wss://${HELPDESKMX_SIGNALR#https://} $login|" \
  "$here/staticwebapp.config.json" >"$dist/staticwebapp.config.json"
