#!/bin/sh
# Once the code answers: delivery reports, and the link for the first admin.
set -eu
here=$(cd "$(dirname "$0")" && pwd)

echo "The inbox is at $HELPDESKMX_WEB"
echo "Until the first admin exists, one can be made here: $HELPDESKMX_WEB/setup?token=$HELPDESKMX_SETUP_TOKEN"

az deployment group create --resource-group "$AZURE_RESOURCE_GROUP" --name mail-reports --template-file "$here/../events.bicep" \
  --parameters "vaultName=$HELPDESKMX_VAULT" "topicName=$HELPDESKMX_TOPIC" "api=$HELPDESKMX_API" --output none ||
  { echo "Delivery reports are not subscribed: the desk did not answer at $HELPDESKMX_API. Run azd hooks run postdeploy once it does." >&2; exit 1; }
