// The Functions app: every door of the desk.
param name string
param planName string
param location string
param tags object
param identityId string
param scale Scale
param packageUrl string
param settings { *: string }

@description('Subnet the app calls out from; empty where there is no network.')
param subnetId string

@export()
type Scale = {
  @description('Memory of an instance, in megabytes.')
  instanceMemory: 512 | 2048 | 4096

  @minValue(1)
  @maxValue(1000)
  maximumInstances: int

  @description('Instances kept warm: name is http, or function:NAME.')
  alwaysReady: { name: string, instanceCount: int }[]

  @description('Requests one instance answers at a time.')
  @minValue(1)
  @maxValue(1000)
  httpConcurrency: int
}

resource plan 'Microsoft.Web/serverfarms@2024-04-01' = {
  name: planName
  location: location
  tags: tags
  kind: 'functionapp'
  sku: { name: 'FC1', tier: 'FlexConsumption' }
  properties: { reserved: true }
}

resource app 'Microsoft.Web/sites@2024-04-01' = {
  name: name
  location: location
  tags: union(tags, { 'azd-service-name': 'api' })
  kind: 'functionapp,linux'
  identity: { type: 'UserAssigned', userAssignedIdentities: { '${identityId}': {} } }
  properties: {
    serverFarmId: plan.id
    httpsOnly: true
    keyVaultReferenceIdentity: identityId
    ...(empty(subnetId) ? {} : { virtualNetworkSubnetId: subnetId })
    functionAppConfig: {
      runtime: { name: 'dotnet-isolated', version: '10.0' }
      deployment: {
        storage: {
          type: 'blobContainer'
          value: packageUrl
          authentication: { type: 'UserAssignedIdentity', userAssignedIdentityResourceId: identityId }
        }
      }
      scaleAndConcurrency: {
        instanceMemoryMB: scale.instanceMemory
        maximumInstanceCount: scale.maximumInstances
        alwaysReady: scale.alwaysReady
        triggers: { http: { perInstanceConcurrency: scale.httpConcurrency } }
      }
    }
    siteConfig: {
      minTlsVersion: '1.2'
      // Any page may carry a chat, and each chat itself says which (403 to the rest). Nothing here is opened by a cookie.
      cors: { allowedOrigins: ['*'], supportCredentials: false }
    }
  }

  resource appSettings 'config' = {
    name: 'appsettings'
    properties: settings
  }
}

// Packages are published with an identity, never with a password.
resource noFtpPassword 'Microsoft.Web/sites/basicPublishingCredentialsPolicies@2024-04-01' = {
  parent: app
  name: 'ftp'
  properties: { allow: false }
}

resource noScmPassword 'Microsoft.Web/sites/basicPublishingCredentialsPolicies@2024-04-01' = {
  parent: app
  name: 'scm'
  properties: { allow: false }
}

output id string = app.id
output name string = app.name
output origin string = 'https://${app.properties.defaultHostName}'
