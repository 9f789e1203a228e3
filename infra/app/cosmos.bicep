// The documents. Containers and their indexes come from the table the product itself is built on.
param name string
param location string
param tags object
param private bool
param principalId string

@description('Pay for each request, or a throughput that follows the load up to a bound.')
@allowed(['serverless', 'autoscale'])
param capacity string

@description('Most request units a second of each container, where capacity is autoscale.')
param throughput { *: int }

@allowed(['Continuous7Days', 'Continuous30Days'])
param backup string

import { cosmosDataContributor } from 'roles.bicep'

var containers = loadJsonContent('../containers.json')
var autoscale = capacity == 'autoscale'

resource account 'Microsoft.DocumentDB/databaseAccounts@2024-11-15' = {
  name: name
  location: location
  tags: tags
  kind: 'GlobalDocumentDB'
  properties: {
    databaseAccountOfferType: 'Standard'
    locations: [{ locationName: location, failoverPriority: 0, isZoneRedundant: false }]
    capabilities: autoscale ? [] : [{ name: 'EnableServerless' }]
    consistencyPolicy: { defaultConsistencyLevel: 'Session' }
    backupPolicy: { type: 'Continuous', continuousModeProperties: { tier: backup } }
    disableLocalAuth: true
    disableKeyBasedMetadataWriteAccess: true
    minimalTlsVersion: 'Tls12'
    publicNetworkAccess: private ? 'Disabled' : 'Enabled'
  }
}

resource database 'Microsoft.DocumentDB/databaseAccounts/sqlDatabases@2024-11-15' = {
  parent: account
  name: 'helpdesk'
  properties: { resource: { id: 'helpdesk' } }
}

resource container 'Microsoft.DocumentDB/databaseAccounts/sqlDatabases/containers@2024-11-15' = [
  for item in containers: {
    parent: database
    name: item.name
    properties: {
      resource: {
        id: item.name
        partitionKey: { kind: 'Hash', version: 2, paths: [item.partitionKey] }
        indexingPolicy: any(item.indexingPolicy)
        ...(item.?defaultTtl == null ? {} : { defaultTtl: any(item.?defaultTtl) })
      }
      options: autoscale ? { autoscaleSettings: { maxThroughput: throughput[item.name] } } : {}
    }
  }
]

resource access 'Microsoft.DocumentDB/databaseAccounts/sqlRoleAssignments@2024-11-15' = {
  parent: account
  name: guid(account.id, principalId, cosmosDataContributor)
  properties: {
    principalId: principalId
    roleDefinitionId: '${account.id}/sqlRoleDefinitions/${cosmosDataContributor}'
    scope: account.id
  }
}

output id string = account.id
output name string = account.name
output endpoint string = account.properties.documentEndpoint
