// Deployed by the postdeploy hook: Event Grid asks the door for proof before it subscribes, so the code must be live.
param vaultName string
param topicName string

@description('Origin of the Functions app.')
param api string

resource vault 'Microsoft.KeyVault/vaults@2023-07-01' existing = { name: vaultName }

module subscription 'app/subscription.bicep' = {
  params: {
    topicName: topicName
    endpoint: '${api}/api/events/mail'
    key: vault.getSecret('events-key')
  }
}
