#!/bin/sh
# Once the addresses are known: where Entra ID may send people back to, and what your DNS still lacks.
set -eu

if [ "${HELPDESKMX_ENTRA_OURS:-}" = true ]; then
  body=$(mktemp)
  trap 'rm -f "$body"' EXIT
  printf '{"spa":{"redirectUris":["%s/"]}}' "$HELPDESKMX_WEB" >"$body"
  az rest --method PATCH --url "https://graph.microsoft.com/v1.0/applications(appId='$HELPDESKMX_ENTRA_CLIENT')" \
    --headers Content-Type=application/json --body "@$body"
fi

if [ -n "${HELPDESKMX_MAIL_DOMAIN:-}" ] && [ "${HELPDESKMX_MAIL_DOMAIN_VERIFIED:-false}" != true ]; then
  echo "Set these DNS records for $HELPDESKMX_MAIL_DOMAIN, let Azure verify them, then run: azd env set HELPDESKMX_MAIL_DOMAIN_VERIFIED true && azd up"
  printf '%s\n' "${HELPDESKMX_MAIL_RECORDS:-}"
fi
