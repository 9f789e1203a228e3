// What must stay secret: the desk's own, and those of channels.
param name string
param location string
param tags object
param private bool

@secure()
param setupToken string

@secure()
param eventsKey string

resource vault 'Microsoft.KeyVault/vaults@2023-07-01' = {
  name: name
  location: location
  tags: tags
  properties: {
    tenantId: tenant().tenantId
    sku: { family: 'A', name: 'standard' }
    enableRbacAuthorization: true
    enableSoftDelete: true
    enablePurgeProtection: true
    // The step after deployment hands the events key to Event Grid without anybody reading it.
    enabledForTemplateDeployment: true
    publicNetworkAccess: private ? 'Disabled' : 'Enabled'
    networkAcls: { bypass: 'AzureServices', defaultAction: private ? 'Deny' : 'Allow' }
  }
}

resource setup 'Microsoft.KeyVault/vaults/secrets@2023-07-01' = {
  parent: vault
  name: 'setup-token'
  properties: { value: setupToken }
}

resource events 'Microsoft.KeyVault/vaults/secrets@2023-07-01' = {
  parent: vault
  name: 'events-key'
  properties: { value: eventsKey }
}

output id string = vault.id
output name string = vault.name
output setupToken string = '@Microsoft.KeyVault(SecretUri=${setup.properties.secretUri})'
output eventsKey string = '@Microsoft.KeyVault(SecretUri=${events.properties.secretUri})'
