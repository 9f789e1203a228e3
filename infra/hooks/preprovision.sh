#!/bin/sh
# Before Azure is touched: what must exist once and stay, and who may sign in.
set -eu
here=$(cd "$(dirname "$0")" && pwd)

keep() { azd env set "$1" "$2" >/dev/null; }
secret() { od -An -N32 -tx1 /dev/urandom | tr -d ' \n'; }

[ -n "${HELPDESKMX_SETUP_TOKEN:-}" ] || keep HELPDESKMX_SETUP_TOKEN "$(secret)"
[ -n "${HELPDESKMX_EVENTS_KEY:-}" ] || keep HELPDESKMX_EVENTS_KEY "$(secret)"
[ -n "${HELPDESKMX_BUDGET_START:-}" ] || keep HELPDESKMX_BUDGET_START "$(date -u +%Y-%m-01)"
[ -n "${HELPDESKMX_ENTRA_TENANT:-}" ] || keep HELPDESKMX_ENTRA_TENANT "$(az account show --query tenantId --output tsv)"
[ -z "${HELPDESKMX_ENTRA_CLIENT:-}" ] || exit 0

# The same name is the same registration, so a run after a failure goes on where that one ended.
client=$(az ad app create --display-name "Helpdesk MX ($AZURE_ENV_NAME)" --sign-in-audience AzureADMyOrg --query appId --output tsv)
body=$(mktemp)
trap 'rm -f "$body"' EXIT
sed "s/{client}/$client/g" "$here/entra.json" >"$body"
az rest --method PATCH --url "https://graph.microsoft.com/v1.0/applications(appId='$client')" --headers Content-Type=application/json --body "@$body"
az ad sp show --id "$client" >/dev/null 2>&1 || az ad sp create --id "$client" >/dev/null
keep HELPDESKMX_ENTRA_OURS true
keep HELPDESKMX_ENTRA_CLIENT "$client"
echo "Registered with Entra ID as \"Helpdesk MX ($AZURE_ENV_NAME)\", $client."
